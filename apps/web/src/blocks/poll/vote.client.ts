import { formParts } from './client/form-parts.ts';
import { formTokens } from './client/form-token.ts';
import { keyFor, ownVote } from './client/own-vote.ts';
import { askReply, sendVote } from './client/send-vote.ts';

/** Refusals of who has voted: `key-reused` when an answer to the first vote was lost, and it was for other options. */
const VOTED_BEFORE: ReadonlySet<string | null> = new Set(['already-done', 'key-reused']);
/** Refusals that may be the CMS's last word on a key: another vote needs another one. After the rest it stays good. */
const USED_UP: ReadonlySet<string | null> = new Set(['invalid', 'not-open', 'unknown-subject', 'closed']);

/**
 * Votes without leaving the page. The form works without this script, and goes on to where the browser can't
 * make keys (`crypto.randomUUID` is there in secure contexts only).
 */
function enhance(form: HTMLFormElement): void {
  const parts = formParts(form);
  const { poll, min, max, none, few, many, results, sending, working, offline } = form.dataset;
  if (!parts || !poll || !results) return;
  const tokens = formTokens(poll);
  const memory = ownVote(() => sessionStorage, poll);
  let busy = false;

  function faultOf(count: number): string | undefined {
    if (count === 0) return none;
    if (count < Number(min)) return few;
    return count > Number(max) ? many : undefined;
  }

  async function vote(choices: string[]): Promise<void> {
    const key = keyFor(memory.read(), () => crypto.randomUUID());
    memory.keep({ key, choices, done: false });
    parts?.tell(sending ?? '');
    const reply = await sendVote({ form, key, tokens, working: () => parts?.tell(working ?? '') });
    const voted = reply.outcome !== 'refused';
    const done = voted || VOTED_BEFORE.has(reply.code);
    // What stands in the polls is the vote that was taken; of an earlier one the choice isn't known here.
    const own = voted ? choices : [];
    if (done) memory.keep({ key, choices: own, done });
    else if (USED_UP.has(reply.code)) memory.keep(null);
    if (done || reply.code === 'closed') parts?.finish(reply, own, true);
    else if (reply.code === 'invalid') parts?.fault(reply.message);
    else parts?.refuse(reply.message);
  }

  form.addEventListener('focusin', () => void tokens.get().catch(() => {}), { once: true });
  form.addEventListener('change', () => parts.mended());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (busy) return;
    const choices = parts.chosen();
    const fault = faultOf(choices.length);
    if (fault) return parts.fault(fault);
    busy = true;
    vote(choices)
      .catch(() => parts.refuse(offline ?? ''))
      .finally(() => {
        busy = false;
      });
  });

  const before = memory.read();
  if (before?.done) {
    askReply(results).then(
      (reply) => parts.finish(reply, before.choices, false),
      // Without an answer the question stays; voting again is answered kindly.
      () => {},
    );
  } else if (before) parts.choose(before.choices);
}

if (isSecureContext && 'randomUUID' in crypto) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-poll]')) enhance(form);
}
