import type { FileKind } from '@passerelle/contracts';

/** Longest name, its ending included; every file system takes 255 bytes. */
const MOST = 100;

/** What a name ends with, by what the file is. */
const ENDINGS: Readonly<Record<FileKind, string>> = {
  pdf: '.pdf',
  jpeg: '.jpg',
  png: '.png',
  heic: '.heic',
  docx: '.docx',
};

/** Control and format characters (a right-to-left mark turns `fdp.exe` around), and what file systems refuse. */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*%]/gu;

/**
 * A visitor's name for a file as staff may save it: one line without a folder, that ends as what the file is. Applied
 * to its own result it changes nothing.
 */
export function safeFileName(given: string, kind: FileKind): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const words = last.replace(UNWANTED, '').replace(/\s+/gu, ' ');
  const stem = words.replace(/(?:\.[a-z0-9]{1,5})+$/i, '');
  const ending = ENDINGS[kind];
  const short = [...stem].slice(0, MOST - ending.length).join('');
  const trimmed = short.replace(/^[\s.]+|[\s.]+$/gu, '');
  return `${/^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(trimmed) ? 'document' : trimmed}${ending}`;
}
