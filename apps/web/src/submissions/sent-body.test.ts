import { expect, test } from 'vitest';
import { formOf } from './sent-body.ts';

const request = new Request('https://site.example/', {
  method: 'POST',
  body: new URLSearchParams({ a: 'request' }),
});
const bytes = (text: string) => new TextEncoder().encode(text);
const URL_ENCODED = 'application/x-www-form-urlencoded';

test.each([URL_ENCODED, 'Application/X-WWW-Form-URLencoded; charset=utf-8'])(
  'a form sent as %s',
  async (type) => {
    const form = await formOf({ bytes: bytes('a=%C3%A9+1&a=2&b='), type }, request);
    expect([...(form ?? [])]).toEqual([
      ['a', 'é 1'],
      ['a', '2'],
      ['b', ''],
    ]);
  },
);

test('a form in parts', async () => {
  const sent = new FormData();
  sent.append('a', 'é');
  const encoded = new Response(sent);
  const type = encoded.headers.get('content-type') ?? '';
  const form = await formOf({ bytes: await encoded.bytes(), type }, request);
  expect(form?.get('a')).toBe('é');
});

test.each([
  ['JSON', '{}', 'application/json'],
  ['parts without their boundary', 'a', 'multipart/form-data'],
  ['another type that begins alike', 'a=1', `${URL_ENCODED}x`],
])('%s is no form', async (_, body, type) => {
  expect(await formOf({ bytes: bytes(body), type }, request)).toBeNull();
});

test('without a body that the server has read, the request is read', async () => {
  expect((await formOf(undefined, request))?.get('a')).toBe('request');
});
