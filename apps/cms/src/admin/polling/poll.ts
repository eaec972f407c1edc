/** What a poll needs of the world; `page` is the browser's document. */
export interface Poll<Answer> {
  read: () => Promise<Answer>;
  /** Told of every answer, and of null when there was none. */
  show: (answer: Answer | null) => void;
  /** Milliseconds until the next look, after an answer or after none. */
  pause: (answer: Answer | null) => number;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

/**
 * Asks again and again, one question at a time: at once, after each pause, and as soon as a hidden page is looked
 * at again. While the page is hidden nothing is asked. Returns what ends it; nothing is shown afterwards.
 */
export function startPoll<Answer>({ read, show, pause, page }: Poll<Answer>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let ended = false;
  const hidden = () => page.visibilityState === 'hidden';

  async function ask(): Promise<void> {
    clearTimeout(timer);
    if (asking || ended || hidden()) return;
    asking = true;
    const answer = await read().catch(() => null);
    asking = false;
    if (ended) return;
    show(answer);
    if (!hidden()) timer = setTimeout(ask, pause(answer));
  }

  const onVisibility = () => void ask();
  page.addEventListener('visibilitychange', onVisibility);
  void ask();
  return () => {
    ended = true;
    clearTimeout(timer);
    page.removeEventListener('visibilitychange', onVisibility);
  };
}
