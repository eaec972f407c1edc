import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function recording(level: Parameters<typeof createLog>[0] = 'info') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => void lines.push(line) });
  return { log, lines };
}

test('a record is one line of JSON that names its process, its request and its level', () => {
  const { log, lines } = recording();
  log.child({ requestId: 'r-1' }).warn({ form: 'vote' }, 'set aside');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    name: 'cms',
    level: 40,
    requestId: 'r-1',
    form: 'vote',
    msg: 'set aside',
  });
});

test.each([
  ['error', ['e']],
  ['warn', ['w', 'e']],
  ['info', ['i', 'w', 'e']],
  ['http', ['i', 'w', 'e']],
  ['debug', ['d', 'i', 'w', 'e']],
] as const)('%s lets through what is as grave', (level, expected) => {
  const { log, lines } = recording(level);
  log.debug('d');
  log.info('i');
  log.warn('w');
  log.error('e');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(expected);
});

test('what is personal or secret is left out, at the top and one object below', () => {
  const { log, lines } = recording();
  const secret = 'canary-7f3a';
  log.info({ key: secret, body: { poll: secret }, submission: { voter: secret, email: secret } }, 'm');
  log.child({ token: secret }).info('m');
  expect(lines.join()).not.toContain(secret);
});

test('an error is told by its kind, its code and its place, never by its message', () => {
  const { log, lines } = recording();
  const error = Object.assign(new TypeError('insert … values (a@b.example)\n  at a@b.example'), {
    code: '23505',
  });
  log.error({ err: error }, 'failed');
  expect(lines.join()).not.toContain('a@b.example');
  const { err } = JSON.parse(lines[0] ?? '');
  expect(err).toMatchObject({ type: 'TypeError', code: '23505' });
  expect(err.at[0]).toMatch(/log\.test\.ts:\d+:\d+/);
});

test.each([['a sentence'], [{ secret: 1 }], [undefined]])(
  'what is thrown without being an error: %j',
  (thrown) => {
    const { log, lines } = recording();
    log.error({ err: thrown }, 'failed');
    expect(lines.join()).not.toMatch(/sentence|secret/);
  },
);
