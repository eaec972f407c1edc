import type { Inquiry } from '@passerelle/contracts';
import { inquiryDetailSchema, inquiryListSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenFor } from '../support/accounts.ts';
import { databases } from '../support/databases.ts';
import { inquiry } from '../support/inquiries.ts';
import type { TestCms } from '../support/strapi.ts';
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

describe.each(databases)('hostile inquiries on $name', ({ start }) => {
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

  it('all of them are exported without a formula', async () => {
    const wish = { reason: 'Vérification', status: 'new,spam', bom: true };
    const response = await cms.post('/passerelle/inquiries/export', wish, administrator);
    const csv = await response.text();
    expect(csv.match(/(?:^|[,\n]"?)[=+@＝]/gu)).toBeNull();
    expect(csv).toContain("'=HYPERLINK");
  });

  it.each([
    ['search=%00', 400],
    ['search=%22%27%3B--', 200],
    ['search=%EF%BF%BD%EF%BF%BD', 200],
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

  it('what staff write is held to the same rules', async () => {
    const [answer] = await submit(cms, [inquiry()]);
    const reference = answer?.outcome === 'accepted' ? answer.reference : '';
    const found = await cms.get(`/passerelle/inquiries?search=${reference}`, administrator);
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
