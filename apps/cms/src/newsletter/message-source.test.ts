import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMessageIds } from './message-id.ts';
import { compileMessage } from './message-source.ts';
import { READER_SLOTS } from './rendition.ts';

const FROM = { name: 'Passerelle « l’infolettre »', address: 'infolettre@passerelle.example' };
const LINKS = {
  unsubscribe: `https://passerelle.example/infolettre/desabonnement/${'u'.repeat(120)}`,
  manage: 'https://passerelle.example/infolettre/preferences/m=1',
};
const FACTS = {
  messageId: '<abc@passerelle.example>',
  at: new Date('2026-11-25T12:00:00Z'),
  recipient: { address: 'visiteur@exemple.example', links: LINKS },
};

/** Reads quoted-printable (RFC 2045, 6.7). */
function decoded(content: string): string {
  const octets = content
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString('utf8');
}

/** Header lines, and the two parts as a reader's program sees them. */
function readMessage(source: string) {
  const end = source.indexOf('\r\n\r\n');
  const boundary = /boundary="([^"]+)"/.exec(source)?.[1] ?? '';
  const [, text = '', html = ''] = source.slice(end).split(`\r\n--${boundary}`);
  const bodyOf = (part: string) => decoded(part.slice(part.indexOf('\r\n\r\n') + 4));
  return { headers: source.slice(0, end), text: bodyOf(text), html: bodyOf(html) };
}

const TEXT = fc.string({
  unit: fc.constantFrom('é', 'a', ' ', '=', '.', '\n', '\t', '«', '\u00a0', '🌉', '{{x}}', '-'),
});

test('what is read is what was written, with the reader’s links, in lines of 76', () => {
  fc.assert(
    fc.property(TEXT, TEXT, TEXT, (one, two, three) => {
      const { unsubscribe, manage } = READER_SLOTS;
      const written = `${one}${unsubscribe}${two}${manage}${three}.`;
      const write = compileMessage(
        { subject: 'Été', html: written, text: written, articles: [], images: [] },
        { from: FROM },
      );
      const source = write(FACTS);
      const expected = `${one}${LINKS.unsubscribe}${two}${LINKS.manage}${three}.`.replace(/\n/g, '\r\n');
      const { text, html } = readMessage(source);
      expect(text).toBe(expected);
      expect(html).toBe(expected);
      const body = source.slice(source.indexOf('\r\n\r\n'));
      expect(body.split('\r\n').every((line) => line.length <= 76 && /^[\t -~]*$/.test(line))).toBe(true);
    }),
  );
});

test('its headers say who, to whom, and how to leave', () => {
  const rendition = { subject: 'Quoi de neuf\u00a0? Œuvre', html: 'a', text: 'a', articles: [], images: [] };
  const write = compileMessage(rendition, { from: FROM, unsubscribeAddress: 'retrait@passerelle.example' });
  const { headers } = readMessage(write(FACTS));
  expect(headers).toMatch(/^From: =\?UTF-8\?[^\r]*(?:\r\n [^\r]*)* <infolettre@passerelle\.example>\r$/m);
  expect(headers).toMatch(/^To: visiteur@exemple\.example\r$/m);
  expect(headers.match(/^Message-ID: /gim)).toHaveLength(1);
  expect(headers).toContain('Message-ID: <abc@passerelle.example>');
  expect(headers).toContain('Date: Wed, 25 Nov 2026 12:00:00 +0000');
  expect(headers).toContain(
    `List-Unsubscribe: <${LINKS.unsubscribe}>,\r\n <mailto:retrait@passerelle.example?subject=unsubscribe>`,
  );
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(headers).toContain('Auto-Submitted: auto-generated');
  const subject = /^Subject: ((?:.*)(?:\r\n .*)*)/m.exec(headers)?.[1] ?? '';
  const words = [...subject.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind, word = '']) =>
    kind === 'B' ? Buffer.from(word, 'base64').toString('utf8') : decoded(word.replace(/_/g, ' ')),
  );
  expect(words.join('')).toContain('Œuvre');
});

test.each(['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', '<a@b.example>'])(
  'the address %j is not written into a header',
  (address) => {
    const write = compileMessage(
      { subject: 's', html: '', text: '', articles: [], images: [] },
      { from: FROM },
    );
    expect(() => write({ ...FACTS, recipient: { address, links: LINKS } })).toThrow('malformed');
    const links = { ...LINKS, unsubscribe: 'https://x.example/\r\nX: y' };
    expect(() => write({ ...FACTS, recipient: { address: 'a@b.example', links } })).toThrow('malformed');
  },
);

test('the Message-ID is the same each time, and another for each reader and issue', () => {
  const idOf = createMessageIds('a'.repeat(64), 'passerelle.example');
  expect(idOf('issue', 'reader')).toBe(idOf('issue', 'reader'));
  expect(new Set([idOf('i', 'r'), idOf('i', 'q'), idOf('j', 'r')]).size).toBe(3);
  expect(idOf('issue', 'reader')).toMatch(/^<[\w-]{43}@passerelle\.example>$/);
});
