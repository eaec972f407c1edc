import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';

const sample = 'Déjà, la sœur de Noël a reçu l’élève\u00a0: «\u00a0Où ça\u202f?\u00a0» – 25\u00a0€…\n';
const latin = 'Déjà, la forêt où naît le maïs est à côté de «\u00a0Noël\u00a0».\n';
const bytesOf = (text: string, encoding: Parameters<typeof iconv.encode>[1]) =>
  Uint8Array.from(iconv.encode(text, encoding));

describe('decode', () => {
  test.each([
    ['UTF-8', bytesOf(sample, 'utf8'), 'utf-8', false],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf(sample, 'utf8')), 'utf-8', true],
    ['UTF-16LE with a mark', Uint8Array.of(0xff, 0xfe, ...bytesOf(sample, 'utf16le')), 'utf-16le', true],
    ['UTF-16BE with a mark', Uint8Array.of(0xfe, 0xff, ...bytesOf(sample, 'utf16be')), 'utf-16be', true],
    ['UTF-16LE by its zero bytes', bytesOf(sample, 'utf16le'), 'utf-16le', false],
    ['UTF-16BE by its zero bytes', bytesOf(sample, 'utf16be'), 'utf-16be', false],
  ])('%s', (_, bytes, encoding, byteOrderMark) => {
    expect(decode(bytes)).toEqual({ text: sample, encoding, byteOrderMark, strayBytes: [], isText: true });
  });

  test('Windows-1252 by its signs between 80 and 9F', () => {
    const text = sample.replaceAll('\u202f', '\u00a0');
    expect(decode(bytesOf(text, 'windows-1252'))).toMatchObject({
      text,
      encoding: 'windows-1252',
      isText: true,
    });
  });

  test('ISO-8859-1 when no sign asks for another', () => {
    expect(decode(bytesOf(latin, 'iso-8859-1'))).toMatchObject({ text: latin, encoding: 'iso-8859-1' });
    const half = "Une portion et ½ pour l'été, soit 1½ litre.";
    expect(decode(bytesOf(half, 'iso-8859-1'))).toMatchObject({ text: half, encoding: 'iso-8859-1' });
  });

  test.each(["le cœur de l'été", 'une œuvre datée', 'Des frais de 25 € à prévoir'])(
    'ISO-8859-15: %s',
    (text) => {
      expect(decode(bytesOf(text, 'iso-8859-15'))).toMatchObject({ text, encoding: 'iso-8859-15' });
    },
  );

  test('lone Windows-1252 bytes in a UTF-8 text are read and listed', () => {
    const bytes = Uint8Array.of(...bytesOf('été à l', 'utf8'), 0x92, ...bytesOf('école\n', 'utf8'));
    const { text, encoding, strayBytes } = decode(bytes);
    expect({ text, encoding }).toEqual({ text: 'été à l’école\n', encoding: 'utf-8' });
    expect(strayBytes).toEqual([{ offset: 7, byte: 0x92, readAs: '’' }]);
  });

  test('half a UTF-8 sequence is one replacement character, not a guess', () => {
    const bytes = Uint8Array.of(...bytesOf('été à l', 'utf8'), 0xe2, 0x80, ...bytesOf('école\n', 'utf8'));
    expect(decode(bytes)).toMatchObject({ text: 'été à l\ufffdécole\n', strayBytes: [] });
  });

  test('overlong sequences and surrogates are not UTF-8', () => {
    const good = bytesOf('éàè ', 'utf8');
    expect(decode(Uint8Array.of(...good, 0xc0, 0xaf)).text).toBe('éàè À\ufffd');
    expect(decode(Uint8Array.of(...good, 0xed, 0xa0, 0x80)).text).not.toContain('\ud800');
  });

  test('images and archives are not text; nothing is', () => {
    expect(decode(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)).isText).toBe(
      false,
    );
    expect(decode(Uint8Array.from({ length: 2000 }, (_, at) => 1 + ((at * 7919) % 255))).isText).toBe(false);
    expect(decode(new Uint8Array())).toMatchObject({ text: '', isText: true });
  });
});
