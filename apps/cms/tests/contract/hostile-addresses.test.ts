import { parseAddress } from '@passerelle/contracts';
import { describe, expect, it, test } from 'vitest';
import { compileMessage } from '../../src/newsletter/message-source.ts';
import { READER_SLOTS } from '../../src/newsletter/rendition.ts';
import { writeCsv } from '../../src/platform/csv/write-csv.ts';

/** What somebody may type where an address belongs, each with what is made of it: null is refused. */
type Verdict = readonly [typed: string, made: string | null];

const HOST = 'exemple.example';
const refused = (...typed: string[]): Verdict[] => typed.map((one) => [one, null]);
const taken = (...typed: string[]): Verdict[] => typed.map((one) => [one, one]);

/** What some reader of headers takes for the end of a line, and what hides in one. */
const BREAKS = [
  ...['\r\n', '\n', '\r', '\n\r', '\r\n ', '\r\n\t', '\u0000', '\u0001', '\u0008', '\t', '\u000b', '\u000c'],
  ...['\u001b', '\u007f', '\u0085', '\u00a0', '\u2028', '\u2029', '\u200b', '\u202e', '\ufeff'],
];
const HEADERS = [
  'Bcc: autre@exemple.example',
  'To: autre@exemple.example',
  'Subject: Autre',
  'Content-Type: text/html',
  'List-Unsubscribe: <https://autre.example>',
];
/** What begins a formula in one spreadsheet or another. */
const FORMULAS = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠', '"=', "'=", ';=', '|', '%'];

const VERDICTS: Record<string, readonly Verdict[]> = {
  'headers after the address': BREAKS.flatMap((end) =>
    HEADERS.map((one): Verdict => [`a@${HOST}${end}${one}`, null]),
  ),
  'line ends within it': BREAKS.flatMap((end) => [
    ...refused(`a${end}b@${HOST}`, `a@b${end}${HOST}`, `${end}a@${HOST}`),
    // At its very end the URL standard takes some of them away: the address wouldn't be the one that was typed.
    ...refused(`a@${HOST}${end}`),
  ]),
  'commands of SMTP': refused(
    `a@${HOST}>\r\nRCPT TO:<b@${HOST}`,
    `a@${HOST}> SIZE=1`,
    `<a@${HOST}>`,
    `a@${HOST}\r\n.\r\nMAIL FROM:<b@${HOST}>`,
    `a@${HOST}\n.\nQUIT`,
    `a@${HOST} NOTIFY=SUCCESS`,
    `@autre.example:a@${HOST}`,
    `a%autre.example@`,
    `a@${HOST}@autre.example`,
  ),
  'several at once': refused(
    `a@${HOST},b@${HOST}`,
    `a@${HOST};b@${HOST}`,
    `a@${HOST} b@${HOST}`,
    `amis: a@${HOST};`,
    `"A" <a@${HOST}>`,
    `A <a@${HOST}>`,
    `mailto:a@${HOST}`,
    `a@${HOST}?bcc=b@${HOST}`,
    `a@${HOST}&cc=b`,
    `a@${HOST}#b`,
    `a@${HOST}/b`,
    `a@${HOST}\\b`,
  ),
  'quotes and comments': refused(
    `"a"@${HOST}`,
    `"a b"@${HOST}`,
    `"a@b"@${HOST}`,
    `"\\""@${HOST}`,
    `""@${HOST}`,
    `a(b)@${HOST}`,
    `(b)a@${HOST}`,
    `a@(b)${HOST}`,
    `a@${HOST}(b)`,
    `a"b@${HOST}`,
    `a\\b@${HOST}`,
    `a[b]@${HOST}`,
    `a:b@${HOST}`,
  ),
  'encoded words': [
    ...refused('=?utf-8?q?a=40b?=', `=?utf-8?b?YQ==?= <a@${HOST}>`),
    // Nothing decodes these: they are the letters that they are.
    ...taken(`=?utf-8?q?a?=@${HOST}`, `a%0d%0aBcc%3a@${HOST}`, `a%0a@${HOST}`),
  ],
  'dots and ends': refused(
    ...['', ' ', '@', 'a', 'a@', `@${HOST}`, `.a@${HOST}`, `a.@${HOST}`, `a..b@${HOST}`, `.@${HOST}`],
    ...[`a@.${HOST}`, `a@${HOST}.`, 'a@exemple..example', 'a@.', 'a@..', `a @${HOST}`, `a@ ${HOST}`],
    ...[` a@${HOST}`, `a@${HOST} `, `a@@${HOST}`],
  ),
  'domains that are none': refused(
    ...['a@localhost', 'a@exemple', 'a@-exemple.example', 'a@exemple.1', 'a@1.2.3.4', 'a@[127.0.0.1]'],
    ...['a@[IPv6:::1]', 'a@0x7f.1', 'a@2130706433', 'a@exemple_a', 'a@exemple.e', 'a@ex ample.example'],
    ...[
      `a@${'x'.repeat(64)}.example`,
      `a@${'x.'.repeat(126)}example`,
      'a@exemple.example:25',
      'a@exem*ple.example',
    ],
    ...[
      'a@<script>.example',
      'a@exemple.example,',
      'a@exemple.ex$ample',
      'a@%65xemple.example',
      'a@xn--.example',
    ],
  ),
  'too long': [
    ...refused(
      `${'a'.repeat(65)}@${HOST}`,
      `${'é'.repeat(33)}@${HOST}`,
      `a@${'x'.repeat(60)}.${'y.'.repeat(100)}example`,
    ),
    ...taken(`${'a'.repeat(64)}@${HOST}`, `${'é'.repeat(32)}@${HOST}`),
  ],
  'markup, templates and queries': [
    ...refused(
      `<script>alert(1)</script>@${HOST}`,
      `<img src=x onerror=alert(1)>@${HOST}`,
      `"><svg onload=alert(1)>@${HOST}`,
      `javascript:alert(1)@${HOST}`,
      `a@${HOST}<script>`,
      `a@${HOST}"onclick="x`,
      `' OR 1=1; --@${HOST}`,
      `a'); DROP TABLE passerelle_subscribers;--@${HOST}`,
      `$(id)@${HOST}`,
      `a@${HOST};id`,
      `../../etc/passwd@`,
      `{"$ne":null}@${HOST}`,
    ),
    // Letters of RFC 5322 as good as any other: whoever shows or stores them sees to that.
    ...taken(
      `\${7*7}@${HOST}`,
      `{{7*7}}@${HOST}`,
      `'or'1'='1@${HOST}`,
      `\`id\`@${HOST}`,
      `a|b@${HOST}`,
      `a&b@${HOST}`,
      `a'b@${HOST}`,
      `a/b@${HOST}`,
      `a?b@${HOST}`,
      `a#b@${HOST}`,
      `a!b@${HOST}`,
      `a*b@${HOST}`,
      `a~b@${HOST}`,
      `a^b@${HOST}`,
      `__proto__@${HOST}`,
      `constructor@${HOST}`,
      `null@${HOST}`,
      `undefined@${HOST}`,
      `0@${HOST}`,
    ),
  ],
  formulas: [
    ...FORMULAS.map((start): Verdict => {
      const typed = `${start}cmd@${HOST}`;
      return [typed, /^[=+\-'|%]+$/.test(start) ? typed : null];
    }),
    ...refused(`=HYPERLINK("https://autre.example")@${HOST}`, `=cmd|' /C calc'!A0@${HOST}`, `=1+1;@${HOST}`),
    ...taken(`=1+1@${HOST}`, `+1-1@${HOST}`, `-2+3@${HOST}`, `=cmd|'/C'!A0@${HOST}`),
  ],
  'other letters': [
    ...taken(`é@${HOST}`, `用户@${HOST}`, `пример@${HOST}`, `a\u0301@${HOST}`),
    ['a@été.example', 'a@xn--t-9fab.example'],
    ['a@EXEMPLE.example', `a@${HOST}`],
    ['a@ｅｘｅｍｐｌｅ.example', `a@${HOST}`],
    ['a@exemple。example', null],
    ...refused(
      `a＠${HOST}`,

      `a\u2066b@${HOST}`,
      `\u{1f600}@${HOST}`,
      `a\u00adb@${HOST}`,
      `a\ue000b@${HOST}`,
    ),
  ],
};
const ALL = Object.values(VERDICTS).flat();

test('there are three hundred and more, each once', () => {
  expect(new Set(ALL.map(([typed]) => typed)).size).toBe(ALL.length);
  expect(ALL.length).toBeGreaterThanOrEqual(300);
});

describe.each(Object.entries(VERDICTS))('%s', (_, verdicts) => {
  it('are taken as they are meant, or not at all', () => {
    expect(verdicts.map(([typed]) => [typed, parseAddress(typed)])).toEqual(verdicts);
  });
});

const MADE = ALL.flatMap(([, made]) => made ?? []);

test('what is taken is one line of one header, with one address', () => {
  const rendition = {
    subject: 'S',
    html: READER_SLOTS.unsubscribe,
    text: READER_SLOTS.unsubscribe,
    articles: [],
    images: [],
  };
  const write = compileMessage(rendition, { from: { name: 'P', address: `p@${HOST}` } });
  const link = 'https://site.example/a/';
  for (const address of MADE) {
    const facts = {
      messageId: '<1@site.example>',
      at: new Date(0),
      recipient: { address, links: { unsubscribe: link, manage: link } },
    };
    const [head = ''] = write(facts).split('\r\n\r\n', 1);
    expect(head.split('\r\n').filter((line) => line.startsWith('To:'))).toEqual([`To: ${address}`]);
    expect(head).not.toMatch(/^(?:bcc|cc):/im);
  }
});

test('what is taken begins no formula in an exported table', () => {
  for (const address of MADE) {
    expect(writeCsv([[address]]).replace(/^"/, '')).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
  }
});
