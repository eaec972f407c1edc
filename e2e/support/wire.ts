import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { addressOf } from './page-types.ts';

/** A body as it travels: `fetch` would unpack it and not tell its size. */
export interface Received {
  /** Of the body, as it was sent. */
  bytes: number;
  encoding: string | undefined;
  text: string;
}

/** Asks as a browser does, which takes Brotli. */
export async function receive(path: string): Promise<Received> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(addressOf(path), { headers: { 'accept-encoding': 'br' } }, resolve).once('error', reject);
  });
  const body = await buffer(response);
  const encoding = response.headers['content-encoding'];
  const text = (encoding === 'br' ? brotliDecompressSync(body) : body).toString('utf8');
  return { bytes: body.byteLength, encoding, text };
}

/** Addresses that a tag's attribute gives in a page, each once. */
export function linked(html: string, tag: RegExp, attribute: 'href' | 'src'): string[] {
  const tags = [...html.matchAll(/<(?:link|script)\b[^>]*>/g)]
    .map(([text]) => text)
    .filter((text) => tag.test(text));
  const value = new RegExp(`\\s${attribute}="([^"]*)"`);
  return [...new Set(tags.flatMap((text) => value.exec(text)?.[1] ?? []))];
}

/** The scripts of a page with all that they may import, now or later. */
export async function scriptsOf(html: string): Promise<Map<string, Received>> {
  const scripts = new Map<string, Received>();
  const queue = linked(html, /^<script\b/, 'src');
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (scripts.has(path)) continue;
    const script = await receive(path);
    scripts.set(path, script);
    for (const [, name = ''] of script.text.matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)) {
      queue.push(new URL(name, new URL(path, 'http://site.invalid')).pathname);
    }
  }
  return scripts;
}
