/** How long a page of our own site may take, in milliseconds. */
const TIMEOUT_MS = 5_000;
/** Asked at a time. */
const TOGETHER = 4;

/**
 * Asks pages of our own site whether they are there. Nobody else's site is asked: that would tell it of the mailing.
 *
 * @returns those that don't answer, or not with a page.
 */
export async function deadLinks(links: readonly string[]): Promise<string[]> {
  const dead: string[] = [];
  const left = [...links];
  const work = async () => {
    for (let link = left.shift(); link !== undefined; link = left.shift()) {
      if (!(await answers(link))) dead.push(link);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return links.filter((link) => dead.includes(link));
}

async function answers(link: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(link, { method: 'HEAD', redirect: 'manual', signal });
    // A page that has moved leads its reader on.
    return answer.status >= 200 && answer.status < 400;
  } catch {
    return false;
  }
}
