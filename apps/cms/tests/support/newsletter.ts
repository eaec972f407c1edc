import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, FormName, Locale, SubmissionOf } from '@passerelle/contracts';
import { vi } from 'vitest';
import { z } from 'zod';
import type { TestCms } from './strapi.ts';
import { submit } from './votes.ts';

const mailSchema = z.object({
  name: z.string(),
  template: z.string(),
  to: z.object({ address: z.string() }),
  subject: z.string(),
  text: z.string(),
  headers: z.array(z.string()),
});
export type ReadMail = z.infer<typeof mailSchema>;

/** A form of the newsletter with a key of its own. */
export function formOf<F extends FormName>(
  form: F,
  body: SubmissionOf<F>['body'],
  { locale = 'fr-CA', receivedAt = new Date() }: { locale?: Locale; receivedAt?: Date } = {},
) {
  return {
    form,
    key: randomUUID(),
    locale,
    receivedAt: receivedAt.toISOString(),
    requestId: randomUUID(),
    body,
  };
}

/** A wish to subscribe, as the page sends it. */
export const wish = (email: string, locale: Locale = 'fr-CA') =>
  formOf(
    'subscribe',
    {
      email,
      topics: [],
      frequency: 'weekly',
      wording: 'newsletter-1',
      notice: 'notice-1',
      formVersion: '1',
      page: '/infolettre/',
    },
    { locale },
  );

/** One word for an answer. */
export const wordOf = (answer: Answer | undefined): string =>
  answer?.outcome === 'refused' ? answer.code : (answer?.outcome ?? 'none');

/** A reader's side of a CMS: forms sent, mails read in the local mailbox. */
export function visitorOf(cms: TestCms) {
  const folder = join(cms.folder, 'cms', 'mail');

  /** Every mail to an address, the oldest first. */
  function mailsTo(address: string): ReadMail[] {
    let names: string[];
    try {
      names = readdirSync(folder);
    } catch {
      return [];
    }
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => mailSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
      .filter(({ to }) => to.address === address);
  }

  async function waitForMail(address: string, template: string, count = 1): Promise<ReadMail> {
    return await vi.waitFor(
      () => {
        const found = mailsTo(address).filter((mail) => mail.template === template);
        const mail = found[count - 1];
        if (mail === undefined) throw new Error(`${found.length} of ${count} mails "${template}"`);
        return mail;
      },
      { timeout: 20_000 },
    );
  }

  type Form = Parameters<typeof submit>[1][number];
  const send = async (...forms: Form[]) => (await submit(cms, forms)).map(wordOf);

  return {
    mailsTo,
    waitForMail,
    send,
    read: (token: string, below = '') => cms.get(`/api/newsletter/${token}${below}`, cms.submitToken),
    /** Subscribes and confirms. @returns the token that manages. */
    async join(address: string, locale: Locale = 'fr-CA'): Promise<string> {
      await send(wish(address, locale));
      const asked = await waitForMail(address, 'newsletter-confirm');
      await send(formOf('newsletter-confirm', { token: tokenIn(asked) }, { locale }));
      return tokenIn(await waitForMail(address, 'newsletter-welcome'));
    },
  };
}

/** The token of a mail's link. */
export function tokenIn({ text }: Pick<ReadMail, 'text'>): string {
  const [, token] = /\/([\w-]{43})\/\n/.exec(text) ?? [];
  if (token === undefined) throw new Error('the mail has no link with a token');
  return token;
}
