/** The ids of what was erased, by kind. */
export interface Erased {
  inquiries: readonly string[];
  subscribers: readonly string[];
  mails: readonly string[];
  requests: readonly string[];
  files: readonly string[];
}

/** How many of each. */
export function countsOf({ inquiries, subscribers, mails, requests, files }: Erased) {
  return {
    inquiries: inquiries.length,
    subscribers: subscribers.length,
    mails: mails.length,
    requests: requests.length,
    files: files.length,
  };
}

/** What a certificate's hash is taken of: `kind id`, sorted, each on a line of its own. */
export function certifiedText({ inquiries, subscribers, mails, requests, files }: Erased): string {
  const lines = (kind: string, ids: readonly string[]) => ids.map((id) => `${kind} ${id}\n`);
  return [
    ...lines('file', files),
    ...lines('inquiry', inquiries),
    ...lines('mail', mails),
    ...lines('request', requests),
    ...lines('subscriber', subscribers),
  ]
    .sort()
    .join('');
}
