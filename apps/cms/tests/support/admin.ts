import { z } from 'zod';
import type { TestCms } from './strapi.ts';

/** A person signed in to the admin, as its browser speaks to the CMS. */
export interface AdminSession {
  get(path: string): Promise<Response>;
  post(path: string, body?: unknown): Promise<Response>;
  put(path: string, body: unknown): Promise<Response>;
  upload(path: string, name: string, type: string, content: Uint8Array<ArrayBuffer>): Promise<Response>;
}

const loginSchema = z.object({ data: z.object({ token: z.string() }) });

export async function signIn(cms: TestCms): Promise<AdminSession> {
  const login = await cms.post('/admin/login', cms.administrator);
  return sessionOf(cms, loginSchema.parse(await login.json()).data.token);
}

/** The admin as whoever has signed in sees it. */
export function sessionOf(cms: TestCms, token: string): AdminSession {
  const authorization = `Bearer ${token}`;
  const send = (method: string, path: string, body?: unknown) =>
    fetch(cms.address + path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    upload(path, name, type, content) {
      const body = new FormData();
      body.append('files', new Blob([content], { type }), name);
      return fetch(cms.address + path, { method: 'POST', headers: { authorization }, body });
    },
  };
}
