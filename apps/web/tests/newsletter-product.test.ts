import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Product, setUpProduct } from './support/product.ts';

/** From the box on a page to the end by a mail program, through the real web server and the real CMS. */

const ADDRESS = 'visiteur+essai@exemple.example';

let product: Product;
let site: string;
beforeAll(async () => {
  product = await setUpProduct();
  site = product.environment.SITE_URL ?? '';
  await product.web.start();
}, 240_000);
afterAll(() => product?.stop());

const mailSchema = z.object({
  template: z.string(),
  text: z.string(),
  headers: z.array(z.string()),
});

/** The mail of a template, once it is in the local mailbox. */
async function mailOf(template: string) {
  const folder = join(product.environment.DATA_DIR ?? '', 'cms', 'mail');
  return await vi.waitFor(
    () => {
      const mail = readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => mailSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
        .find((one) => one.template === template);
      if (mail === undefined) throw new Error(`no mail "${template}" yet`);
      return mail;
    },
    { timeout: 20_000 },
  );
}

const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  fetch(new URL(path, site), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });
const documentOf = async (response: Response) => parseHTML(await response.text()).document;
const hiddenIn = (document: Document) =>
  Object.fromEntries(
    [...document.querySelectorAll('main form input[type="hidden"]')].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  );

test('subscribe, confirm, end by one POST', async () => {
  const ours = { origin: site };
  const form = await documentOf(await post('/infolettre/', { email: ADDRESS }, ours));
  const consent = form.querySelector('[name="consent"]')?.getAttribute('value') ?? '';
  await new Promise((done) => setTimeout(done, 1_000));
  const wish = { ...hiddenIn(form), email: ADDRESS, frequency: 'weekly', consent };
  const taken = await post('/infolettre/', wish, ours);
  expect([taken.status, taken.headers.get('location')]).toEqual([303, '/infolettre/merci/']);

  const [link = ''] = /https?:\S+\/confirmer\/\S+/.exec((await mailOf('newsletter-confirm')).text) ?? [];
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
  const page = await documentOf(await fetch(link));
  const confirmed = await documentOf(await post(link, hiddenIn(page), ours));
  expect(confirmed.querySelector('h1')?.textContent).toBe('C’est confirmé');

  const welcome = await mailOf('newsletter-welcome');
  const header = welcome.headers.join('\n').replace(/\r?\n\s+/g, ' ');
  const [, url = ''] = /List-Unsubscribe: <([^>]+)>/.exec(header) ?? [];
  expect(header).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const manage = url.replace('/desabonnement/', '/preferences/');
  expect(await (await fetch(manage)).text()).toContain('v•••••@exemple.example');

  const oneClick = { 'List-Unsubscribe': 'One-Click' };
  expect((await post(manage, { ...oneClick, do: 'erase' }, {})).status).toBe(403);
  expect((await post(link, oneClick, {})).status).toBe(403);
  for (const _ of [1, 2]) {
    const ended = await post(url, oneClick, {});
    expect([ended.status, ended.headers.get('set-cookie')]).toEqual([200, null]);
  }
  expect(await (await fetch(manage)).text()).toContain('a pris fin');
}, 120_000);

test('with the CMS away the end is received, and done once it is back', async () => {
  const header = (await mailOf('newsletter-welcome')).headers.join('\n').replace(/\r?\n\s+/g, ' ');
  const [, url = ''] = /List-Unsubscribe: <([^>]+)>/.exec(header) ?? [];
  await product.cms.kill();
  expect((await post(url, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(202);
  const manage = url.replace('/desabonnement/', '/preferences/');
  expect((await fetch(manage)).status).toBe(503);
  await product.cms.start();
  await expect.poll(async () => (await fetch(manage)).status, { timeout: 20_000 }).toBe(200);
}, 120_000);
