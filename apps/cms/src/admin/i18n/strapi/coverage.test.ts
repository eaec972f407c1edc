import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { adminTranslations } from '../admin-translations.ts';

const textsSchema = z.object({ default: z.record(z.string(), z.string()) });
const strapi = createRequire(createRequire(import.meta.url).resolve('@strapi/strapi/package.json'));

/** A part of Strapi's admin, and those of its texts that no editor meets: paid features and the AI. */
const parts = [
  {
    plugin: 'content-manager',
    folder: 'dist/admin/translations',
    unseen: /^history\.|^preview\.(error|info)|button-configuration/,
  },
  {
    plugin: 'i18n',
    folder: 'dist/admin/translations',
    unseen: /AITranslation|ai-translations|aiLocalizations|^Settings\.locales/,
  },
  { plugin: 'upload', folder: 'dist/admin/translations', unseen: /ai[A-Z.]|\.ai$|[mM]etadata/ },
];

async function textsOf(plugin: string, folder: string, language: string): Promise<Record<string, string>> {
  const root = dirname(strapi.resolve(`@strapi/${plugin}/package.json`));
  const file = pathToFileURL(join(root, folder, `${language}.json.mjs`)).href;
  return textsSchema.parse(await import(file)).default;
}

/** The values an ICU message asks for: names between braces that aren't a branch of a choice. */
const variables = (text: string) =>
  new Set(
    [...text.matchAll(/(?<!(?:one|other|true|false|undefined|=\d+)\s*)\{(\w+)[,}]/g)].map(
      (match) => match[1],
    ),
  );

test.each(parts)('$plugin: every text editors meet is in French', async ({ plugin, folder, unseen }) => {
  const english = await textsOf(plugin, folder, 'en');
  const french = await textsOf(plugin, folder, 'fr');
  const ours: Record<string, string> = adminTranslations.fr;
  const missing = Object.keys(english).filter(
    (key) => !unseen.test(key) && !(key in french) && !(`${plugin}.${key}` in ours),
  );
  expect(missing).toEqual([]);
});

test.each(parts)(
  '$plugin: our texts ask for no value that Strapi doesn’t give',
  async ({ plugin, folder }) => {
    const english = await textsOf(plugin, folder, 'en');
    for (const [id, text] of Object.entries(adminTranslations.fr)) {
      const original = english[id.slice(plugin.length + 1)];
      if (!id.startsWith(`${plugin}.`) || original === undefined) continue;
      for (const name of variables(text)) expect(variables(original), id).toContain(name);
    }
  },
);

test('no text holds an apostrophe that ICU would read as a quotation mark', () => {
  for (const text of Object.values(adminTranslations.fr)) expect(text).not.toContain("'");
});

test('whatever we say in English we say in French', () => {
  expect(Object.keys(adminTranslations.fr)).toEqual(
    expect.arrayContaining(Object.keys(adminTranslations.en)),
  );
});
