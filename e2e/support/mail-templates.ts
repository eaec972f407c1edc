import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from './polls.ts';

/** The templates of mails, as the built CMS has them. */

const FOLDER = join(import.meta.dirname, '../../apps/cms/dist/src/mail');

type Lines = readonly string[];
interface Content {
  template: string;
  locale: Locale;
  data: unknown;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const templatesSchema = z.object({
  MAIL_TEMPLATES: z.array(z.string()),
  createTemplates:
    z.custom<
      (readSender: (locale: Locale) => Promise<Lines>) => {
        render(content: Content): Promise<{ html: string }>;
      }
    >(isFunction),
});
const senderSchema = z.object({
  senderBlock:
    z.custom<(organization: unknown, consultants: unknown, locale: Locale, today: string) => Lines>(
      isFunction,
    ),
});

export const { MAIL_TEMPLATES, createTemplates } = templatesSchema.parse({
  ...(await import(join(FOLDER, 'templates.js'))),
});
export const { senderBlock } = senderSchema.parse({ ...(await import(join(FOLDER, 'sender-block.js'))) });
