import { randomUUID } from 'node:crypto';

/** Hostile input for every public way into the CMS, as tables: what it is, and what is sent. */

/** Texts that a person might write, and that are stored as they are. */
export const ODD_TEXTS: readonly [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['an image that runs', '"><img src=x onerror=alert(1)>'],
  ['a formula', '=HYPERLINK("http://x.example","x")'],
  ['a formula with an at sign', '@SUM(1+1)*cmd|calc!A0'],
  ['a full-width formula', '＝1+1'],
  ['SQL', "'; DROP TABLE passerelle_person_requests; --"],
  ['a template', '{{7*7}} <%= 7*7 %> #{7*7} *{7*7}'],
  ['a shell', '$(touch /tmp/x) `id` | cat /etc/passwd'],
  ['a path', '../../../../etc/passwd'],
  ['a right-to-left override', '\u202egpj.exe'],
  ['isolates that do not end', '\u2066\u2067\u2068abc'],
  ['zero-width characters', 'a\u200b\u200c\u200d\ufeffb'],
  ['a property of objects', '__proto__'],
  ['a constructor', 'constructor.prototype.polluted'],
  ['percent escapes', '%00%0d%0aBcc:%20x@exemple.example'],
  ['a C1 control', 'a\u0085b'],
  ['a line separator', 'a\u2028Bcc: x@exemple.example'],
  ['many combining marks', `a${'\u0301'.repeat(100)}`],
  ['noncharacters', '\ufffe\uffff\ufdd0'],
  ['a family of emoji', '👩‍👩‍👧‍👦🏳️‍🌈'],
  ['a number that is too large', '9'.repeat(110)],
];

/** Texts that can't be one line of anything. */
export const BROKEN_LINES: readonly [string, unknown][] = [
  ['a header after a line end', 'Essai\r\nBcc: x@exemple.example'],
  ['a line feed', 'Essai\nBcc: x@exemple.example'],
  ['a tab', 'Essai\tx'],
  ['a NUL', 'Essai\u0000'],
  ['a lone high surrogate', 'Essai\ud800'],
  ['a lone low surrogate', '\udfffEssai'],
  ['an escape sequence', '\u001b[2J'],
  ['nothing', ''],
  ['ten thousand characters', 'é'.repeat(10_000)],
  ['a list', ['Essai']],
  ['an object', { $ne: null }],
  ['a number', 1e308],
  ['a truth', true],
  ['null', null],
];

/** What is no e-mail address. */
export const BROKEN_ADDRESSES: readonly [string, unknown][] = [
  ['a second header', 'a@exemple.example\r\nBcc: b@exemple.example'],
  ['a line feed', 'a@exemple.example\nBcc: b@exemple.example'],
  ['two addresses', 'a@exemple.example,b@exemple.example'],
  ['a name and an address', 'Essai <a@exemple.example>'],
  ['a comment', 'a@exemple.example (essai)'],
  ['a NUL', 'a\u0000@exemple.example'],
  ['no domain', 'a@'],
  ['no local part', '@exemple.example'],
  ['a pipe', '|/bin/sh'],
  ['an IP literal', 'a@[127.0.0.1]'],
  ['a right-to-left override', 'a\u202e@exemple.example'],
  ['300 characters', `${'a'.repeat(290)}@exemple.example`],
  ['a list', ['a@exemple.example']],
  ['an operator', { $gt: '' }],
];

/** What is no mailed secret. */
export const BROKEN_TOKENS: readonly [string, unknown][] = [
  ['a path', '../../admin/login'],
  ['42 letters', 'a'.repeat(42)],
  ['44 letters', 'a'.repeat(44)],
  ['a NUL', `${'a'.repeat(42)}\u0000`],
  ['SQL', `' OR '1'='1${'a'.repeat(32)}`],
  ['letters beyond ASCII', 'é'.repeat(43)],
  ['a list', ['a'.repeat(43)]],
  ['an operator', { $regex: '.*' }],
  ['a number', 4_300],
];

/** Pages that are none of the site's. */
export const BROKEN_PAGES: readonly [string, unknown][] = [
  ['another site', 'https://evil.example/'],
  ['a query', '/renseignements-personnels/?email=a@exemple.example'],
  ['a script', 'javascript:alert(1)'],
  ['blanks', '/a b/'],
  ['301 characters', `/${'a'.repeat(300)}`],
  ['a list', ['/']],
];

const text = (body: string) => Buffer.from(body);
const JSON_TYPE = 'application/json';

/** Bodies that are no request at all, by their content type. */
export const BROKEN_BODIES: readonly [string, string, Buffer][] = [
  ['broken UTF-8', JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['an overlong encoding', JSON_TYPE, Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ['half of JSON', JSON_TYPE, text('{"submissions":[{"form":"inquiry"')],
  ['no body', JSON_TYPE, text('')],
  ['deep nesting', JSON_TYPE, text(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ['deep objects', JSON_TYPE, text(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)],
  ['ten megabytes', JSON_TYPE, text(`{"token":"${'a'.repeat(10 * 1024 * 1024)}"}`)],
  ['a polluted prototype', JSON_TYPE, text('{"__proto__":{"polluted":true},"token":"x"}')],
  ['a polluted constructor', JSON_TYPE, text('{"constructor":{"prototype":{"polluted":true}}}')],
  ['keys twice', JSON_TYPE, text('{"token":"a","token":{"b":1},"submissions":[],"submissions":1}')],
  ['numbers beyond all', JSON_TYPE, text('{"submissions":1e999,"boxes":-1e999,"attempts":1e400}')],
  ['a number alone', JSON_TYPE, text('1')],
  ['null', JSON_TYPE, text('null')],
  ['a list', JSON_TYPE, text('[]')],
  ['a byte order mark', JSON_TYPE, text('\ufeff{"submissions":[]}')],
  ['NaN', JSON_TYPE, text('{"submissions":NaN}')],
  ['plain text', 'text/plain', text('submissions=1')],
  [
    'XML with an entity',
    'application/xml',
    text('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
  ],
  ['a form', 'application/x-www-form-urlencoded', text('submissions[0][form]=vote&__proto__[polluted]=1')],
  [
    'multipart without an end',
    'multipart/form-data; boundary=x',
    text('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1'),
  ],
  ['multipart without a boundary', 'multipart/form-data', text('a')],
  ['a type that is none', 'application/json; charset=utf-99', text('{}')],
  ['a type of another world', 'text/html;;;', text('<b>')],
];

/** Names of files, and what they are kept as. */
export const FILE_NAMES: readonly [string, string][] = [
  ['../../../etc/cron.d/x.pdf', 'x.pdf'],
  ['..\\..\\windows\\x.pdf', 'x.pdf'],
  ['/etc/passwd', 'passwd.pdf'],
  ['C:\\autoexec.bat', 'autoexec.pdf'],
  ['....//x.pdf', 'x.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['x.pdf\u0000.exe', 'x.pdf'],
  ['a\r\nSet-Cookie: b=1.pdf', 'aSet-Cookie b=1.pdf'],
  ['\u202efdp.exe', 'fdp.pdf'],
  ['"; rm -rf ~; ".pdf', '; rm -rf ~;.pdf'],
  ['<script>x</script>.pdf', 'script.pdf'],
  ['=1+1.pdf', '=1+1.pdf'],
  ['con.pdf', 'document.pdf'],
  [' . . .pdf', 'document.pdf'],
  ['é'.repeat(300), `${'é'.repeat(96)}.pdf`],
  ['x.php.jpg.exe', 'x.pdf'],
];

/** Queries and paths that staff's and the web server's addresses are asked with. */
export const BROKEN_PATHS: readonly [string, string][] = [
  ['a traversal', '/api/newsletter/..%2f..%2fadmin'],
  ['a NUL', `/api/newsletter/${'a'.repeat(42)}%00`],
  ['broken percent escapes', '/api/newsletter/%E0%A4%A'],
  ['broken UTF-8', '/api/newsletter/%ff%fe'],
  ['data of nobody', `/api/newsletter/${'a'.repeat(43)}/data`],
  ['a query of operators', `/api/newsletter/${'a'.repeat(43)}?filters[email][$ne]=1&populate=*`],
  ['a poll of nobody', '/api/polls/abcdefghijklmnopqrstuvwx/results'],
  ['a poll like SQL', "/api/polls/'%20OR%201=1/results"],
  ['a poll with a NUL', '/api/polls/%00/results'],
  ['a poll like a property', '/api/polls/__proto__/results'],
  ['a long path', `/api/polls/${'a'.repeat(6_000)}/results`],
  ['a deep query', `/api/polls/abcdefghijklmnopqrstuvwx/results?${'a[b]'.repeat(200)}=1`],
  ['an address below another', '/api/submissions/sealed/..;/admin'],
];

/** A submission with a body that isn't checked by types. */
export const submission = (form: string, body: unknown, more: object = {}) => ({
  form,
  key: randomUUID(),
  locale: 'fr-CA',
  receivedAt: new Date().toISOString(),
  requestId: randomUUID(),
  body,
  ...more,
});
