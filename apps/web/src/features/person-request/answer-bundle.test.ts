import { expect, it } from 'vitest';
import type { FetchedBundle } from '../../submissions/visitor-files.ts';
import { answerBundle } from './answer-bundle.ts';

const TOKEN = 'b'.repeat(43);
const FILE = { name: 'renseignements-personnels-2026-11-29.zip', bytes: new Uint8Array([80, 75]) };

/** Asks the page; `asked` are the secrets that it has fetched by. */
async function ask(method: string, token: string, found: FetchedBundle | 'unknown' | null = FILE) {
  const asked: string[] = [];
  const files = {
    async bundle(secret: string) {
      asked.push(secret);
      return found;
    },
  };
  const answer = await answerBundle({ request: { method }, params: { token }, locals: { files } });
  return { answer, asked };
}

it('gives nothing and asks nobody before its button is pressed', async () => {
  const { answer, asked } = await ask('GET', TOKEN);
  expect(answer).toMatchObject({ status: 200, view: { kind: 'ask' } });
  expect(asked).toEqual([]);
});

it('gives the file then, to be saved and kept by nobody between', async () => {
  const { answer, asked } = await ask('POST', TOKEN);
  expect(asked).toEqual([TOKEN]);
  if (!(answer instanceof Response)) throw new Error('no file');
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${FILE.name}"`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(FILE.bytes);
});

it.each([
  [TOKEN, 'unknown', 404, 'gone', 1],
  [TOKEN, null, 503, 'away', 1],
  ['../../etc/passwd', FILE, 404, 'gone', 0],
  ['', FILE, 404, 'gone', 0],
] as const)('answers %j with %j as %i', async (token, found, status, kind, times) => {
  const { answer, asked } = await ask('POST', token, found);
  expect(answer).toMatchObject({ status, view: { kind } });
  expect(asked).toHaveLength(times);
});
