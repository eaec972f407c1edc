import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Inquiry, SubmissionOf } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { InquirySetting } from '../../src/api/inquiry/adapters/inquiry-setting.ts';
import { findTraces } from './canary.ts';
import type { TestCms } from './strapi.ts';

const require = createRequire(import.meta.url);
const compiled = join(import.meta.dirname, '../../dist/src');

/** Words that must be nowhere in clear; long enough not to be there by chance. */
export const SECRETS = {
  name: 'Visiteuse Canarisée-Fictive',
  email: 'canari.visiteuse@exemple.example',
  telephone: '+15145550142',
  message: 'Mon permis canarifère expire bientôt, que puis-je faire ?',
};

/** An inquiry as the web server hands it over, with a key of its own. */
export function inquiry(
  body: Partial<Inquiry> = {},
  {
    key = randomUUID(),
    proven = true,
    locale = 'fr-CA' as const,
    receivedAt = new Date().toISOString(),
  } = {},
): SubmissionOf<'inquiry'> {
  return {
    form: 'inquiry',
    key,
    locale,
    receivedAt,
    requestId: randomUUID(),
    proven,
    body: {
      guide: 3,
      formVersion: '1',
      answers: [{ question: 'destination', option: 'quebec' }],
      ...SECRETS,
      reach: 'email',
      country: 'FR',
      deadline: null,
      masked: false,
      notice: 'notice-1',
      consents: ['inquiry-2'],
      page: '/demarche/verifier/',
      ...body,
    },
  };
}

/** The confirmation of an inquiry by the token of its mail. */
export const confirmation = (
  token: string,
  receivedAt = new Date().toISOString(),
): SubmissionOf<'inquiry-confirm'> => ({
  form: 'inquiry-confirm',
  key: randomUUID(),
  locale: 'fr-CA',
  receivedAt,
  requestId: randomUUID(),
  body: { token },
});

/** Asks for the mail by which a draft is gone on with. */
export const continuation = (email: string, token: string): SubmissionOf<'inquiry-continue'> => ({
  form: 'inquiry-continue',
  key: randomUUID(),
  locale: 'fr-CA',
  receivedAt: new Date().toISOString(),
  requestId: randomUUID(),
  body: { email, token },
});

/** What the running CMS works its inquiries with: the compiled files are those it has loaded. */
export function inquirySettingOf(strapi: Core.Strapi): InquirySetting {
  const module: typeof import('../../src/api/inquiry/adapters/inquiry-setting.ts') = require(
    join(compiled, 'api/inquiry/adapters/inquiry-setting.js'),
  );
  return module.inquirySettingOf(strapi);
}

const mailSchema = z.object({
  template: z.string(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type SentMail = z.infer<typeof mailSchema>;

/** The mails in the local mailbox of a CMS. */
export function mailsOf({ folder }: TestCms): SentMail[] {
  const mailbox = join(folder, 'cms/mail');
  try {
    return readdirSync(mailbox)
      .filter((name) => name.endsWith('.json'))
      .map((name) => mailSchema.parse(JSON.parse(readFileSync(join(mailbox, name), 'utf8'))));
  } catch {
    return [];
  }
}

/** Waits for a mail, for half a minute. */
export async function mailWhere(cms: TestCms, isIt: (mail: SentMail) => boolean): Promise<SentMail> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(100)) {
    const mail = mailsOf(cms).find(isIt);
    if (mail) return mail;
  }
  throw new Error('No such mail has come');
}

/** Where texts stand in clear: in any table, or in the files of the database. */
export function tracesOf({ strapi, folder }: TestCms, texts: readonly string[]): Promise<string[]> {
  const paths = ['cms/passerelle.sqlite', 'cms/passerelle.sqlite-wal'].map((file) => join(folder, file));
  return findTraces(texts, { connection: strapi.db.connection, paths });
}
