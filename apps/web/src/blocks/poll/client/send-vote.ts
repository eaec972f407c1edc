import { readReply, type VoteReply } from '../vote-reply.ts';
import type { FormToken, formTokens } from './form-token.ts';

interface Sending {
  form: HTMLFormElement;
  key: string;
  tokens: ReturnType<typeof formTokens>;
  /** Told when a proof of work is being made, which takes seconds. */
  working(): void;
}

/** Refusals that a fresh token may mend. */
const RENEWABLE = new Set(['expired', 'too-fast', 'proof-wrong', 'too-many']);

const RETRY_AFTER_MS = 1_000;
const PATIENCE_MS = 20_000;

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, Math.max(0, ms)));

/**
 * Sends the form's vote under its key: after a network failure once more with the same key, after a refusal that a
 * fresh token may mend once more with one.
 *
 * @throws when no answer could be had.
 */
export async function sendVote(sending: Sending): Promise<VoteReply> {
  const { tokens } = sending;
  const reply = await sendWith(sending, await tokens.get());
  if (reply.code === null || !RENEWABLE.has(reply.code)) return reply;
  const fresh = await tokens.renew();
  return reply.code === 'too-many' && !fresh.challenge ? reply : sendWith(sending, fresh);
}

async function sendWith(sending: Sending, { token, readyAt, challenge }: FormToken): Promise<VoteReply> {
  const body = new URLSearchParams({ key: sending.key, token });
  for (const [name, value] of new FormData(sending.form)) {
    if (typeof value === 'string') body.append(name, value);
  }
  if (challenge) {
    sending.working();
    const { prove } = await import('./solve.ts');
    body.set('proof', await prove(challenge));
  }
  await pause(readyAt - performance.now());
  const post = () =>
    askReply(sending.form.action, {
      method: 'POST',
      body,
    });
  try {
    return await post();
  } catch {
    await pause(RETRY_AFTER_MS);
    return await post();
  }
}

/** Asks a vote or result page for its answer to a script. @throws when there is none. */
export async function askReply(url: string, init: RequestInit = {}): Promise<VoteReply> {
  const response = await fetch(url, {
    ...init,
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const reply = readReply(await response.json());
  if (!reply) throw new Error('not an answer');
  return reply;
}
