import { type Entry, personRequestSchema, subscribeSchema } from '@passerelle/contracts';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { consentText, poll } from './support/entries.ts';
import { siteApp, type Visitor } from './support/site-app.ts';

/** Hostile input into the forms of the newsletter, persons' requests and polls; the inquiry's is in inquiry-way.test.ts. */

const OPEN = poll('ouvert', { minVotesToShow: 2 });
const CONTENT: Entry[] = [consentText('notice', 1), consentText('newsletter', 1), OPEN];

const TEXTS: readonly [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['an image that runs', '"><img src=x onerror=alert(1)>'],
  ['an end of a text area', '</textarea><script>alert(1)</script>'],
  ['a formula', '=HYPERLINK("http://exemple.example")'],
  ['a header', 'a\r\nBcc: autre@exemple.example'],
  ['a NUL', 'a\u0000b'],
  ['an escape sequence', '\u001b[2J'],
  ['a right-to-left override', '\u202eesrever\u2066'],
  ['a lone surrogate', '\ud800 seul'],
  ['a property', '__proto__'],
  ['SQL', "' OR 1=1; --"],
  ['a template', '{{7*7}}<%= 7 %>'],
  ['a path', '../../../../etc/passwd'],
  ['percent escapes', '%00%0d%0a%ff'],
  ['fifty thousand letters', 'x'.repeat(50_000)],
  ['three hundred otters', '🦦'.repeat(300)],
];

const FORMS: readonly { path: string; whole: Readonly<Record<string, string>> }[] = [
  {
    path: '/renseignements-personnels/',
    whole: { kind: 'access', name: 'Visiteuse', email: 'visiteur@exemple.example', message: 'Bonjour' },
  },
  {
    path: '/infolettre/',
    whole: { email: 'visiteur@exemple.example', frequency: 'weekly', topics: '', consent: 'newsletter-1' },
  },
  { path: '/sondages/ouvert/voter/', whole: { poll: OPEN.documentId, choices: 'quebec' } },
];
const CASES = FORMS.flatMap(({ path, whole }) =>
  ['key', 'token', ...Object.keys(whole)].map((field) => ({ path, whole, field })),
);

const documentOf = async (response: Response): Promise<Document> => parseHTML(await response.text()).document;

/** What the form of a page carries besides what a visitor fills in. */
async function carried(browser: Visitor, path: string): Promise<[string, string][]> {
  const page = await browser.get(path).then(documentOf);
  return [...page.querySelectorAll('main form input[type=hidden]')].map((input) => [
    input.getAttribute('name') ?? '',
    input.getAttribute('value') ?? '',
  ]);
}

describe.each(CASES)('$field of $path', ({ path, whole, field }) => {
  test('is refused in words or taken as text, whatever it is', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const hidden = await carried(browser, path);
    for (const [what, text] of TEXTS) {
      const fields = [...hidden.filter(([name]) => !Object.hasOwn(whole, name)), ...Object.entries(whole)];
      const sent = [...fields.filter(([name]) => name !== field), [field, text] as const];
      const answer = await browser.post(path, sent);
      expect([200, 303, 400, 404, 409, 410, 413, 422, 429], `${what}: ${answer.status}`).toContain(
        answer.status,
      );
      const page = await documentOf(answer);
      expect(page.querySelectorAll('main script:not([src]), main img[onerror]'), what).toHaveLength(0);
    }
    // Field by field twice, without a value, and as a file.
    for (const more of [
      [
        [field, 'a'],
        [field, 'b'],
      ],
      [[field, '']],
      [[`${field}[]`, 'a']],
    ] as const) {
      expect((await browser.post(path, [...hidden, ...more])).status).toBeLessThan(500);
    }
    for (const { form, body } of taken) {
      if (form === 'person-request') expect(personRequestSchema.safeParse(body).success).toBe(true);
      if (form === 'subscribe') expect(subscribeSchema.safeParse(body).success).toBe(true);
    }
    expect((await browser.get(path)).status).toBeLessThan(500);
  });
});

test.each([
  ['text/plain', 'kind=access'],
  ['application/json', '{"kind":"access","__proto__":{"polluted":1}}'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="kind"\r\n\r\naccess'],
  ['multipart/form-data', 'a'],
  ['application/x-www-form-urlencoded; charset=utf-99', 'kind=%ff%fe&name=%E0%A4%A'],
])('a form sent as %s breaks no page', async (type, body) => {
  const { ask } = await siteApp(CONTENT);
  for (const { path } of FORMS) {
    const headers = { 'content-type': type, origin: 'https://passerelle.example' };
    const answer = await ask(path, { method: 'POST', headers, body });
    expect(answer.status, path).toBeLessThan(500);
  }
});
