import type { RefusalCode, Submission } from '@passerelle/contracts';
import { type Locale, subscriberTokenSchema } from '@passerelle/contracts';
import { type Context, envelopeOf, partsOf } from './parts.ts';

/** What a page of one button shows: the button, or what came of it. */
export type LinkView =
  | { kind: 'ask'; key: string }
  | { kind: 'done' }
  | { kind: 'received' }
  | { kind: 'refused'; code: RefusalCode };

/** The token of the page's address; null when it can't be one. */
export function tokenOf({ params }: Pick<Context, 'params'>): string | null {
  const parsed = subscriberTokenSchema.safeParse(params.token);
  return parsed.success ? parsed.data : null;
}

/** Hands over what a link stands for. Its token is what entitles to it: no guard keeps anybody from it. */
export async function follow(
  context: Context,
  locale: Locale,
  form: 'newsletter-confirm' | 'newsletter-unsubscribe' | 'newsletter-erase',
  { key, token }: { key: string; token: string },
): Promise<LinkView> {
  const parts = partsOf(context);
  const submission: Submission = { ...envelopeOf(parts, key, locale), form, body: { token } };
  const submitted = await parts.submissions.submit(submission);
  if (submitted.outcome === 'refused') return { kind: 'refused', code: submitted.code };
  return { kind: submitted.outcome === 'accepted' ? 'done' : 'received' };
}
