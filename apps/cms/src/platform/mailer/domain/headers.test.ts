import { parseAddress } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireAddress, requireName, requireSubject } from './headers.ts';
import { MailRefused } from './mail-refused.ts';
import { messageIdOf, parseSender } from './sender.ts';

const HOSTILE = [
  '',
  ' ',
  '@',
  'a@',
  '@exemple.example',
  'a',
  'a@b',
  'a@localhost',
  'a@127.0.0.1',
  'a@2130706433',
  'a@0x7f.1',
  'a@[127.0.0.1]',
  'a@[IPv6:::1]',
  'a@exemple..example',
  'a@.example',
  'a@-exemple.example',
  'a@exemple-.example',
  'a@exemple.example.',
  '.a@exemple.example',
  'a.@exemple.example',
  'a..b@exemple.example',
  'a b@exemple.example',
  ' a@exemple.example',
  'a@exemple.example ',
  'a@exemple.example\n',
  'a@exemple.example\r\nBcc: b@exemple.example',
  'a\r\nBcc: b@exemple.example',
  'a@exemple.example\nSubject: x',
  'a@exemple.example\r',
  'a\u0000@exemple.example',
  'a@exem\u0000ple.example',
  'a@exemple.example\u0085Bcc: b@exemple.example',
  'a@exemple.example\u2028Bcc: b@exemple.example',
  'a@exemple.example\u2029',
  'a@exemple.example%0d%0aBcc: b@exemple.example',
  'a@exemple.example,b@exemple.example',
  'a@exemple.example;b@exemple.example',
  'a@exemple.example b@exemple.example',
  'a@exemple.example, ',
  'a,b@exemple.example',
  'a;b@exemple.example',
  'a@b@exemple.example',
  'a@exemple.example@autre.example',
  'Nom <a@exemple.example>',
  '<a@exemple.example>',
  'a@exemple.example>',
  '"a b"@exemple.example',
  '"a\\"@exemple.example',
  'a(commentaire)@exemple.example',
  'groupe: a@exemple.example;',
  'mailto:a@exemple.example',
  'a@exemple.example/chemin',
  'a@exemple.example:25',
  'a@exemple.example?x',
  'a@exemple.example#x',
  'a@exemple%2Eexample',
  'a@exemple_x.example',
  'a@xn--\u0000.example',
  '\u202ea@exemple.example',
  'a@\u2066exemple.example',
  'a\ud800@exemple.example',
  `${'a'.repeat(65)}@exemple.example`,
  `${'é'.repeat(33)}@exemple.example`,
  `a@${'b'.repeat(64)}.example`,
  `a@${'bbbbbbb.'.repeat(32)}example`,
];

describe('an address', () => {
  it.each([
    ['marie@exemple.example', 'marie@exemple.example'],
    ['marie+infolettre@exemple.example', 'marie+infolettre@exemple.example'],
    ["o'brien.x_y=z@sous.exemple.example", "o'brien.x_y=z@sous.exemple.example"],
    ['marie@été.example', 'marie@xn--t-9fab.example'],
    ['zoé@été.example', 'zoé@xn--t-9fab.example'],
    ['用户@例え.テスト', '用户@xn--r8jz45g.xn--zckzah'],
    ['Marie@EXEMPLE.Example', 'Marie@exemple.example'],
    ['a@xn--t-9fab.example', 'a@xn--t-9fab.example'],
  ])('%s is taken as %s', (written, address) => {
    expect(parseAddress(written)).toBe(address);
  });

  it.each(HOSTILE)('%j is refused', (text) => {
    expect(parseAddress(text)).toBeNull();
    expect(() => requireAddress(text)).toThrow(MailRefused);
  });

  it('that is taken is one, on one line, and is taken again as it is', () => {
    const local = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const written = fc.oneof(
      fc.tuple(local, fc.domain()).map(([name, domain]) => `${name}@${domain}`),
      fc.string({ unit: 'binary' }),
      fc.emailAddress(),
    );
    fc.assert(
      fc.property(written, (text) => {
        const address = parseAddress(text);
        if (address === null) return;
        expect(address).toMatch(/^[^\s@,;:<>()[\]"\\\p{Cc}]+@[a-z0-9.-]+$/u);
        expect(parseAddress(address)).toBe(address);
      }),
    );
  });

  it('with a line break anywhere is refused, as are names and subjects', () => {
    const breaks = fc.constantFrom('\r', '\n', '\r\n', '\0', '\u2028', '\u0085', '\u000b', '\u001b');
    const around = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(around, breaks, around, (before, broken, after) => {
        const text = before + broken + after;
        expect(() => requireAddress(`${text}@exemple.example`)).toThrow(MailRefused);
        expect(() => requireName(text)).toThrow(MailRefused);
        expect(() => requireSubject(text)).toThrow(MailRefused);
      }),
    );
  });
});

describe('names and subjects', () => {
  it('may hold what people write', () => {
    expect(requireName(' Zoé L’Écuyer, 王 ')).toBe('Zoé L’Écuyer, 王');
    expect(requireSubject('Confirmez : « Infolettre » → oui 🙂')).toBe('Confirmez : « Infolettre » → oui 🙂');
  });

  it.each(['a\u202etxt.exe', 'a\u2066b', '\ud800'])('may not hold %j', (text) => {
    expect(() => requireName(text)).toThrow(new MailRefused('name-malformed'));
    expect(() => requireSubject(text)).toThrow(new MailRefused('subject-malformed'));
  });

  it('are not without end, and a subject is not empty', () => {
    expect(() => requireName('a'.repeat(201))).toThrow(MailRefused);
    expect(() => requireSubject('a'.repeat(251))).toThrow(MailRefused);
    expect(() => requireSubject('  ')).toThrow(MailRefused);
  });

  it('say why they are refused, without what was refused', () => {
    expect(new MailRefused('name-malformed').message).toBe('The mail is refused: name-malformed');
  });
});

describe('the sender', () => {
  it.each([
    'Passerelle <ne-pas-repondre@passerelle.example>',
    '"Passerelle" <ne-pas-repondre@passerelle.example>',
    '  Passerelle   <ne-pas-repondre@Passerelle.Example> ',
  ])('%j is read', (text) => {
    const sender = { name: 'Passerelle', address: 'ne-pas-repondre@passerelle.example' };
    expect(parseSender(text)).toEqual(sender);
    expect(messageIdOf('7', sender)).toBe('<7@passerelle.example>');
  });

  it.each([
    'ne-pas-repondre@passerelle.example',
    '<ne-pas-repondre@passerelle.example>',
    'Passerelle <passerelle.example>',
    'Passerelle <a@passerelle.example>, Autre <b@passerelle.example>',
    'Passe\nrelle <a@passerelle.example>',
    'Passerelle <a@passerelle.example>\r\nBcc: b@passerelle.example',
  ])('%j is not', (text) => {
    expect(parseSender(text)).toBeNull();
  });
});
