import { randomUUID } from 'node:crypto';
import type { Inquiry } from '@passerelle/contracts';
import { inquiryDetailSchema, inquiryListSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenFor } from '../support/accounts.ts';
import { databases } from '../support/databases.ts';
import {
  BROKEN_ADDRESSES,
  BROKEN_BODIES,
  BROKEN_LINES,
  BROKEN_PAGES,
  BROKEN_PATHS,
  BROKEN_TOKENS,
  FILE_NAMES,
  ODD_TEXTS,
  submission,
} from '../support/hostile.ts';
import { inquiry, mailsOf, mailWhere } from '../support/inquiries.ts';
import type { TestCms } from '../support/strapi.ts';
import { pdf, zip } from '../support/visitor-files.ts';
import { submit } from '../support/votes.ts';

/** What the contract lets through is stored as it is and shown as text; the rest is refused with 400. Never a 500. */

const long = (length: number) => 'é'.repeat(length);

const STORED: [string, Partial<Inquiry>][] = [
  ['HTML in a name', { name: '<script>alert(1)</script>' }],
  ['a formula as a name', { name: '=HYPERLINK("http://x.example","x")' }],
  ['a formula with a full-width sign', { name: '＝cmd|calc' }],
  ['a name that is a plus', { name: '+1' }],
  ['a name of one letter', { name: 'É' }],
  ['a name as long as it may be', { name: long(120) }],
  ['a name of blanks', { name: ' ' }],
  ['a name of many words', { name: 'a b c d e f g h i j k l m n o p q r s t u v w x y z' }],
  ['a name turned around', { name: '\u202eelpmexe' }],
  ['a name with a zero-width space', { name: 'Essai\u200bFictif' }],
  ['a name in Arabic', { name: 'زائر تجريبي' }],
  ['a name in emoji', { name: '👩‍👩‍👧‍👦' }],
  ['a name with a paragraph separator', { name: 'Essai\u2029Bcc: x@exemple.example' }],
  ['a name that looks like SQL', { name: "'; DROP TABLE passerelle_inquiries; --" }],
  ['a name that looks like a slot', { name: '{{reference}} %s $& $1' }],
  ['a name like a property', { name: '__proto__' }],
  ['a plus address', { email: 'visiteur+essai@exemple.example' }],
  ['an address with a quote', { email: "o'essai@exemple.example" }],
  ['an address whose local part is too long for mail', { email: `${'a'.repeat(65)}@exemple.example` }],
  ['an address in capitals', { email: 'VISITEUR@EXEMPLE.EXAMPLE' }],
  ['HTML in a message', { message: '<img src=x onerror=alert(1)><iframe></iframe>' }],
  ['a message as long as it may be', { message: long(5_000) }],
  ['a message of line ends', { message: '\r\n\n\r\n' }],
  ['a message of combining marks', { message: `a${'\u0301'.repeat(2_000)}` }],
  ['a message in right-to-left', { message: '\u202eنص تجريبي\u202c' }],
  ['a message with headers', { message: 'Bonjour\r\nBcc: tous@exemple.example\r\n\r\n' }],
  ['a message with a formula on each line', { message: '=1+1\n@SUM(A1)\n-2' }],
  ['a message with many links', { message: 'https://x.example '.repeat(200) }],
  ['a message that ends a mail', { message: '\r\n.\r\nQUIT\r\n' }],
  ['a message of noncharacters', { message: '\ufffe\uffff\ufdd0' }],
  ['a deadline long past', { deadline: '0001-01-01' }],
  ['a deadline far ahead', { deadline: '9999-12-31' }],
  ['thirty answers', { answers: Array.from({ length: 30 }, () => ({ question: 'q', option: 'o' })) }],
];

const REFUSED: [string, object][] = [
  ['a line end in a name', { name: 'Essai\nBcc: x@exemple.example' }],
  ['a NUL in a name', { name: 'Essai\u0000' }],
  ['a lone surrogate in a name', { name: 'Essai\ud800' }],
  ['a lone surrogate in a message', { message: '\udfff' }],
  ['a NUL in a message', { message: 'a\u0000b' }],
  ['an escape in a message', { message: '\u001b[31m' }],
  ['no name', { name: '' }],
  ['a name that is too long', { name: long(121) }],
  ['a message that is too long', { message: long(5_001) }],
  ['an address with a line end', { email: 'a@exemple.example\r\nBcc: b@exemple.example' }],
  ['two addresses', { email: 'a@exemple.example,b@exemple.example' }],
  ['an address with a name', { email: 'Essai <a@exemple.example>' }],
  ['an address that is none', { email: 'a' }],
  ['a telephone number with letters', { telephone: '+1514CALLNOW' }],
  ['a country that is none', { country: 'Québec' }],
  ['a day that is none', { deadline: '2026-02-30' }],
  ['no consent', { consents: [] }],
  ['a consent of no wording', { consents: ['inquiry'] }],
  ['a page elsewhere', { page: 'https://evil.example/' }],
  ['a page with a query', { page: '/demarche/?nom=essai' }],
  ['a field of no one', { assignee: 1 }],
  ['a status', { status: 'closed' }],
  ['an array for a name', { name: ['Essai'] }],
  ['an object for a message', { message: { $ne: null } }],
];

/** A person's request and a wish for the newsletter that are good but for what is tried. */
const ASKED = {
  kind: 'access',
  name: 'Essai Fictif',
  email: 'essai@exemple.example',
  message: '',
  notice: 'notice-1',
  page: '/renseignements-personnels/',
};
const WISHED = {
  email: 'essai@exemple.example',
  topics: [],
  frequency: 'weekly',
  wording: 'newsletter-1',
  formVersion: '1',
  page: '/infolettre/',
};
const TOKEN_FORMS = [
  'inquiry-confirm',
  'newsletter-confirm',
  'newsletter-unsubscribe',
  'newsletter-erase',
  'person-request-confirm',
];

type Sent = [what: string, form: string, body: object];
const spoiled = (
  form: string,
  good: object,
  field: string,
  values: readonly (readonly [string, unknown])[],
): Sent[] => values.map(([what, value]) => [`${what} as ${field}`, form, { ...good, [field]: value }]);

/** Forms that are stored, in words and all. */
const TAKEN: Sent[] = [
  ...spoiled('person-request', ASKED, 'name', ODD_TEXTS),
  ...spoiled('person-request', ASKED, 'message', ODD_TEXTS),
];

/** Forms that are refused as a whole. */
const SPOILED: Sent[] = [
  ...spoiled('person-request', ASKED, 'name', BROKEN_LINES),
  ...spoiled('person-request', ASKED, 'email', BROKEN_ADDRESSES),
  ...spoiled('person-request', ASKED, 'page', BROKEN_PAGES),
  ...spoiled('person-request', ASKED, 'kind', [['a kind that is none', 'toString']]),
  ...spoiled('subscribe', WISHED, 'email', BROKEN_ADDRESSES),
  ...spoiled('subscribe', WISHED, 'page', BROKEN_PAGES),
  ...spoiled('subscribe', WISHED, 'frequency', [['a property', '__proto__']]),
  ...spoiled('subscribe', WISHED, 'topics', [
    ['a thousand of them', Array.from({ length: 1_000 }, () => 'abcdefghijklmnopqrstuvwx')],
    ['an object', { length: 1 }],
  ]),
  ...TOKEN_FORMS.flatMap((form) => spoiled(form, {}, 'token', BROKEN_TOKENS)),
];

const ENDPOINTS = [
  '/api/submissions',
  '/api/submissions/sealed',
  '/api/submissions/alarms',
  '/api/person-bundle',
] as const;

describe.each(databases)('hostile input on $name', ({ start }) => {
  let cms: TestCms;
  let administrator: string;
  beforeAll(async () => {
    cms = await start({ environment: { INQUIRY_NOTICE_EMAIL: 'bureau@passerelle.test' } });
    administrator = await tokenFor(cms, cms.administrator);
  });
  afterAll(() => cms.stop());

  it.each(STORED)('%s is stored as it is, and found again', async (_, body) => {
    const sent = inquiry(body);
    const [answer] = await submit(cms, [sent]);
    expect(answer).toMatchObject({ outcome: 'accepted', reference: expect.any(String) });
    const reference = answer?.outcome === 'accepted' ? answer.reference : '';
    const found = await cms.post('/passerelle/inquiries/search', { search: reference }, administrator);
    const [summary] = inquiryListSchema.parse(await found.json()).inquiries;
    const detail = await cms.get(`/passerelle/inquiries/${summary?.id}`, administrator);
    const { name, email, message, deadline } = inquiryDetailSchema.parse(await detail.json());
    const { body: expected } = sent;
    expect({ name, email, message, deadline }).toEqual({
      name: expected.name,
      email: expected.email,
      message: expected.message,
      deadline: expected.deadline,
    });
    const byName = await cms.post(
      '/passerelle/inquiries/search',
      { search: `${expected.name}  ` },
      administrator,
    );
    expect([200, 400]).toContain(byName.status);
  });

  it.each(REFUSED)('%s is refused', async (_, body) => {
    const sent = inquiry();
    const response = await cms.post(
      '/api/submissions',
      { submissions: [{ ...sent, body: { ...sent.body, ...body } }] },
      cms.submitToken,
    );
    expect(response.status).toBe(400);
  });

  it.each([
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['half a body', Buffer.from('{"submissions":[{"form":"inquiry"')],
    ['deep nesting', Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ])('%s is refused', async (_, body) => {
    const response = await fetch(`${cms.address}/api/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${cms.submitToken}` },
      body,
    });
    expect(response.status).toBe(400);
  });

  const send = (path: string, body: unknown) => cms.post(path, body, cms.submitToken);
  /** An error says what is wrong, and nothing of how the CMS is made. */
  async function expectRefusal(response: Response, what: string): Promise<void> {
    const said = await response.text();
    expect([400, 404, 405, 413, 414, 415, 431], `${what}: ${response.status}`).toContain(response.status);
    expect(said).not.toMatch(/node_modules|at \w+ \(|SQLITE|passerelle_\w+/);
  }

  it.each(TAKEN)('%s of %s is taken', async (_, form, body) => {
    const key = randomUUID();
    const email = `${key}@exemple.example`;
    const response = await send('/api/submissions', {
      submissions: [submission(form, { ...body, email }, { key })],
    });
    expect(await response.json()).toEqual({ answers: [{ outcome: 'accepted' }] });
  });

  it.each(SPOILED)('%s of %s is refused', async (what, form, body) => {
    await expectRefusal(await send('/api/submissions', { submissions: [submission(form, body)] }), what);
  });

  it.each(BROKEN_BODIES)('%s is refused wherever it is sent', async (what, type, body) => {
    for (const path of ENDPOINTS) {
      const headers = { 'content-type': type, authorization: `Bearer ${cms.submitToken}` };
      const response = await fetch(cms.address + path, {
        method: 'POST',
        headers,
        body: new Uint8Array(body),
      });
      await expectRefusal(response, `${what} to ${path}`);
    }
  });

  it.each(BROKEN_PATHS)('%s in an address is refused', async (what, path) => {
    for (const token of [cms.submitToken, cms.siteToken]) {
      const response = await cms.get(path, token);
      expect([400, 403, 404, 414], `${what}: ${response.status}`).toContain(response.status);
    }
  });

  it('votes of nobody, boxes of nothing and alarms of nonsense are refused', async () => {
    const voted = (voter: unknown, choices: unknown, poll: unknown = 'abcdefghijklmnopqrstuvwx') =>
      send('/api/submissions', { submissions: [submission('vote', { poll, choices }, { voter })] });
    const voter = 'v'.repeat(22);
    for (const response of [
      await voted('../x', ['oui']),
      await voted(voter, 'oui'),
      await voted(
        voter,
        Array.from({ length: 10_000 }, () => 'oui'),
      ),
      await voted(voter, ['a\u0000']),
      await voted(voter, ['oui'], { $ne: 1 }),
      await send('/api/submissions/sealed', { boxes: ['%%%'] }),
      await send('/api/submissions/sealed', { boxes: ['a'.repeat(200_004)] }),
      await send('/api/submissions/alarms', { form: 'x'.repeat(41), requestId: 1, attempts: -1 }),
      await send('/api/submissions/alarms', { attempts: Number.MAX_VALUE }),
      await send('/api/submissions', {
        submissions: Array.from({ length: 101 }, () => submission('vote', {})),
      }),
    ]) {
      await expectRefusal(response, 'nonsense');
    }
    // A box that nobody can open is one answer among others.
    const box = Buffer.alloc(200, 7).toString('base64');
    const opened = await send('/api/submissions/sealed', { boxes: [box] });
    expect(opened.status).toBe(200);
  });

  it('names of files are made safe, and what is no file is refused', async () => {
    const email = `${randomUUID()}@exemple.example`;
    const [answer] = await submit(cms, [inquiry({ email })]);
    const reference = answer?.outcome === 'accepted' ? answer.reference : '';
    const list = await cms.post('/passerelle/inquiries/search', { search: reference }, administrator);
    const id = inquiryListSchema.parse(await list.json()).inquiries[0]?.id;
    await cms.post(`/passerelle/inquiries/${id}/invitation`, { most: 20 }, administrator);
    const { text } = await mailWhere(
      cms,
      (mail) => mail.template === 'inquiry-files' && mail.to.address === email,
    );
    const invitation = /token=([\w-]{43})/.exec(text)?.[1] ?? '';
    const sendFile = (name: string, content: Buffer, headers: object = {}) =>
      fetch(`${cms.address}/api/inquiry-files`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${cms.submitToken}`,
          'content-type': 'application/octet-stream',
          'x-invitation': invitation,
          'x-file-name': name,
          ...headers,
        },
        body: new Uint8Array(content),
      });
    for (const [given, kept] of FILE_NAMES) {
      const response = await sendFile(encodeURIComponent(given), pdf());
      expect(await response.json(), given).toMatchObject({ outcome: 'received', name: kept });
    }
    for (const name of ['%E0%A4%A', '%', '%ff', 'a'.repeat(2_001)]) {
      await expectRefusal(await sendFile(name, pdf()), name);
    }
    for (const [, token] of BROKEN_TOKENS) {
      if (typeof token !== 'string' || !/^[ -~]*$/.test(token)) continue;
      await expectRefusal(await sendFile('x.pdf', pdf(), { 'x-invitation': token }), token);
    }
    const polyglots = [
      Buffer.alloc(0),
      Buffer.from('MZ'),
      Buffer.from('<svg onload=alert(1)>'),
      zip({ a: 'b' }),
    ];
    for (const content of polyglots) {
      const response = await sendFile('x.pdf', content);
      expect(await response.json()).toMatchObject({ outcome: 'refused' });
    }
  });

  it('leaves the CMS as it was: it answers, nothing is polluted, and no mail has gone elsewhere', async () => {
    const revision = '/api/site/revision?__proto__[polluted]=1&constructor[prototype][polluted]=1';
    expect((await cms.get(revision, cms.siteToken)).status).toBe(200);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    const asked: unknown[] = await cms.strapi.db.connection('passerelle_person_requests').select('id');
    expect(asked).toHaveLength(TAKEN.length);
    for (const { to } of mailsOf(cms)) expect(to.address).not.toMatch(/^(?:tous|x|b)@/);
  });

  it('all of them are exported without a formula', async () => {
    const wish = { reason: 'Vérification', status: 'new,spam', bom: true };
    const response = await cms.post('/passerelle/inquiries/export', wish, administrator);
    const csv = await response.text();
    expect(csv.match(/(?:^|[,\n]"?)[=+@＝]/gu)).toBeNull();
    expect(csv).toContain("'=HYPERLINK");
  });

  it.each([
    ['tag=%25', 200],
    ['tag=%27%20OR%201%3D1', 200],
    ['tag=%5C%22', 200],
    ['status=new,closed', 200],
    ['status=nope', 400],
    ['assignee=-1', 400],
    ['page=0', 400],
    ['page=99999', 200],
    ['pageSize=101', 400],
    ['sort=name', 400],
    ['filters[name]=x', 400],
    ['search[]=x', 400],
    ['programme=../x', 400],
  ])('the list asked with %s answers %i', async (query, status) => {
    expect((await cms.get(`/passerelle/inquiries?${query}`, administrator)).status).toBe(status);
  });

  it.each([
    ['\u0000\u0000', 200],
    ['"\';--', 200],
    ['\ufffd\ufffd', 200],
    ['a', 400],
    [long(255), 400],
    [['x'], 400],
  ])('a search for %j answers %i', async (search, status) => {
    const answer = await cms.post('/passerelle/inquiries/search', { search }, administrator);
    expect(answer.status).toBe(status);
  });

  it('what staff write is held to the same rules', async () => {
    const [answer] = await submit(cms, [inquiry()]);
    const reference = answer?.outcome === 'accepted' ? answer.reference : '';
    const found = await cms.post('/passerelle/inquiries/search', { search: reference }, administrator);
    const id = inquiryListSchema.parse(await found.json()).inquiries[0]?.id;
    const post = async (path: string, body: object) =>
      (await cms.post(`/passerelle/inquiries/${id}${path}`, { version: 1, ...body }, administrator)).status;
    const reply = { kind: 'information', subject: 'Objet', body: 'Texte' };
    for (const subject of ['a\r\nBcc: x@exemple.example', '', '\u202eObjet', 'a\u2028b', long(151)]) {
      expect(await post('/replies', { ...reply, subject })).toBe(400);
    }
    expect(await post('/replies', { ...reply, body: '\ud800' })).toBe(400);
    expect(await post('/details', { tags: ['a\u0000'] })).toBe(400);
    expect(await post('/details', { status: 'closed' })).toBe(400);
    expect(await post('/transition', { to: 'toString' })).toBe(400);
    expect((await cms.get('/passerelle/inquiries/1', administrator)).status).toBe(400);
    expect(
      (await cms.get('/passerelle/inquiries/00000000-0000-4000-8000-000000000000', administrator)).status,
    ).toBe(404);
  });
});
