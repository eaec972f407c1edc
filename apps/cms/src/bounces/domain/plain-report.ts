import { failureOf, statusIn } from './failure.ts';
import { addressIn } from './fields.ts';
import type { FailedRecipient } from './report.ts';

/** Where servers begin to return the mail itself. */
const RETURNED = /^-{2,}\s|^\[?-{6,}/m;

/** Without a number nothing says that it is for good. */
const UNKNOWN = '4.0.0';

/** The first paragraph of reports in the form of D. J. Bernstein's QSBMF. */
const QSBMF = /^Hi\. This is the /;

/**
 * Recipients in a report that is no RFC 3464 one: Exim's of before 2015, with `X-Failed-Recipients`, and qmail's, whose
 * paragraphs begin with `<address>:`.
 *
 * @param failed the value of `X-Failed-Recipients`, where there is one.
 */
export function plainRecipients(text: string, failed: string | undefined): FailedRecipient[] {
  const said = text.split(RETURNED, 1)[0] ?? '';
  if (failed !== undefined) {
    return failed.split(',').flatMap((part) => recipientOf(addressIn(part), said));
  }
  if (!QSBMF.test(said.trimStart())) return [];
  return said.split(/\r?\n[ \t]*\r?\n/).flatMap((paragraph) => {
    const [, address = null] = /^<([^<>\s]+@[^<>\s]+)>:/.exec(paragraph.trim()) ?? [];
    return recipientOf(address, paragraph);
  });
}

function recipientOf(address: string | null, said: string): FailedRecipient[] {
  if (address === null) return [];
  const status = statusIn(said.replaceAll(address, '')) ?? UNKNOWN;
  const failure = failureOf(status);
  return failure === null ? [] : [{ addresses: [address], failure, status }];
}
