import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { alarmCodeSchema } from '../platform/alarm.ts';
import { mailTexts } from './i18n/texts.ts';

/** Every kind of mail is written in both languages, around the same slots (Q4). */

const FOLDER = join(import.meta.dirname, 'templates');
const files = globSync('**/*.ts', { cwd: FOLDER }).filter((file) => !file.endsWith('.test.ts'));

const templateSchema = z.object({
  content: z.custom<(locale: string) => string>((value) => typeof value === 'function'),
});

const slotsOf = (mjml: string) => [...mjml.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
/** What is read: without tags and slots. */
const wordsOf = (mjml: string) =>
  mjml
    .replace(/<[^>]*>|\{\{\w+\}\}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

it.each(files)('%s says the same in both languages, and not in the same words', async (file) => {
  const module: Record<string, unknown> = await import(join(FOLDER, file));
  const templates = Object.values(module).flatMap((value) => {
    const template = templateSchema.safeParse(value);
    return template.success ? [template.data] : [];
  });
  expect(templates.length).toBeGreaterThan(0);
  for (const { content } of templates) {
    const [french, english] = [content('fr-CA'), content('en-CA')];
    expect(slotsOf(english)).toEqual(slotsOf(french));
    expect(wordsOf(french)).not.toBe('');
    expect(wordsOf(french)).not.toBe(wordsOf(english));
  }
});

it.each(alarmCodeSchema.options)('the alarm %s has a title and a sentence in both languages', (code) => {
  for (const locale of ['fr-CA', 'en-CA'] as const) {
    const { titles, sentences } = mailTexts(locale).alarm;
    expect(titles[code].trim()).not.toBe('');
    expect(sentences[code].trim()).not.toBe('');
  }
});
