import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';

const ARTICLES = '/content-manager/collection-types/api::article.article';
const WITHIN = { timeout: 30_000, intervals: [100, 250, 500] };

/** What the stack under test tells the specs. @throws when a spec runs without it. */
export function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the specs run by the project's test command.`);
  return value;
}

/** Drafts and publications by the requests that the admin's own screens send. */
export interface Newsroom {
  /** Makes a draft in a locale; of an existing document when its id is given. @returns the document id. */
  draft(locale: 'fr-CA' | 'en-CA', fields: object, documentId?: string): Promise<string>;
  publish(documentId: string, locale: 'fr-CA' | 'en-CA', fields?: object): Promise<Response>;
  unpublish(documentId: string, locale: 'fr-CA' | 'en-CA'): Promise<Response>;
}

/** Sends a request to the CMS as the admin's screens of a signed-in editor do. */
export async function sendAsEditor(method: string, path: string, body: object = {}): Promise<Response> {
  return await fetch(`${told('CMS_URL')}${path}`, {
    method,
    headers: { authorization: `Bearer ${told('EDITOR_TOKEN')}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
}

export async function openNewsroom(): Promise<Newsroom> {
  const send = sendAsEditor;
  return {
    async draft(locale, fields, documentId) {
      const path = documentId === undefined ? ARTICLES : `${ARTICLES}/${documentId}`;
      const saved = await send(documentId === undefined ? 'POST' : 'PUT', `${path}?locale=${locale}`, fields);
      expect(saved.ok, await saved.clone().text()).toBe(true);
      return (await saved.json()).data.documentId;
    },
    publish: (documentId, locale, fields = {}) =>
      send('POST', `${ARTICLES}/${documentId}/actions/publish?locale=${locale}`, fields),
    unpublish: (documentId, locale) =>
      send('POST', `${ARTICLES}/${documentId}/actions/unpublish?locale=${locale}`),
  };
}

/** Fields of a small article that may be published. */
export function articleFields(title: string, slug = `essai-${randomBytes(5).toString('hex')}`) {
  return {
    title,
    slug,
    dek: 'Un article écrit par un essai.',
    body: [
      {
        __component: 'blocks.rich-text',
        content: [{ type: 'paragraph', children: [{ type: 'text', text: `Texte de ${title}.` }] }],
      },
    ],
  };
}

/** Waits until the site shows, or no longer shows, a text at a path. */
export async function expectLive(path: string, text: string): Promise<void> {
  await expect.poll(() => read(path), WITHIN).toContain(text);
}
export async function expectGone(path: string, text: string): Promise<void> {
  await expect.poll(() => read(path), WITHIN).not.toContain(text);
}
export async function expectStatus(path: string, status: number): Promise<void> {
  const ask = async () => (await fetch(new URL(path, told('SITE_URL')), { redirect: 'manual' })).status;
  await expect.poll(ask, WITHIN).toBe(status);
}

export async function read(path: string): Promise<string> {
  return await (await fetch(new URL(path, told('SITE_URL')))).text();
}
