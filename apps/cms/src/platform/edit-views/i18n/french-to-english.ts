import { hintsEn } from './hints-en.ts';
import { hintsFr } from './hints-fr.ts';
import { en, rowEn } from './labels-en.ts';
import { fr, rowFr } from './labels-fr.ts';

type Texts = { readonly [field: string]: string };
type TextsByPlace = { readonly [place: string]: Texts };

/** Every French label and hint with its English one. */
export function pairs(): [french: string, english: string][] {
  return [...pairsOf(fr, en), ...pairsOf(hintsFr, hintsEn), ...pairsOf({ row: rowFr }, { row: rowEn })];
}

function pairsOf(french: TextsByPlace, english: TextsByPlace): [string, string][] {
  return Object.entries(french).flatMap(([place, texts]) =>
    Object.entries(texts).map(([field, text]): [string, string] => [text, english[place]?.[field] ?? text]),
  );
}

const dictionary = new Map(pairs());

/** The English of a label or hint of ours; a text that somebody else wrote stays as it is. */
export function inEnglish(text: string): string {
  return dictionary.get(text) ?? text;
}
