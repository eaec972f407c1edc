import { describe, expect, it } from 'vitest';
import { aroundInEnglish, en as refusalsEn } from '../../server/i18n/en.ts';
import { aroundInFrench, fr as refusalsFr } from '../../server/i18n/fr.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every text with its place; functions are asked with a mark in place of their arguments. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('§1', '§2'))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

const french = textsOf({ ...fr, server: { ...refusalsFr, around: aroundInFrench } });
const english = textsOf({ ...en, server: { ...refusalsEn, around: aroundInEnglish } });
// These two speak to the reader of the other language.
const inTheOther = /\.otherLanguage|\.onlyHere/;

describe('the texts', () => {
  it('are the same set in both languages, none empty', () => {
    expect(english.map(([path]) => path).sort()).toEqual(french.map(([path]) => path).sort());
    expect([...french, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('say what they are given', () => {
    const given = (texts: [string, string][]) =>
      Object.fromEntries(texts.map(([path, text]) => [path, text.match(/§\d/g)?.toSorted() ?? []]));
    expect(given(english)).toEqual(given(french));
  });

  it('are typeset as French', () => {
    const spoken = [
      ...french.filter(([path]) => !inTheOther.test(path)),
      ...english.filter(([path]) => inTheOther.test(path)),
    ];
    const faults = spoken.filter(([, text]) =>
      /[^\u00a0]:|[^\u202f][;!?]|[^\u00a0]»|«[^\u00a0]|'|[^\u00a0]%/.test(text),
    );
    expect(faults).toEqual([]);
  });

  it('use curly apostrophes in English too', () => {
    expect(english.filter(([, text]) => text.includes("'"))).toEqual([]);
  });
});
