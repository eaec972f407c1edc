import { describe, expect, test } from 'vitest';
import { FAILURES } from '../i18n/failures.mjs';
import { failureOfFileSystem, failureText, SetupFailure } from './failure.mjs';

describe('failureText', () => {
  test('puts the output of what failed first, then French, then English', () => {
    const failure = new SetupFailure(
      'build-failed',
      { part: 'web', log: 'var/log/setup.log' },
      { output: ['TS2322'] },
    );
    expect(failureText(failure).split('\n')).toEqual([
      '  | TS2322',
      '✗ La construction de web a échoué. Lisez var/log/setup.log, corrigez, puis recommencez.',
      '  Building web failed. Read var/log/setup.log, mend the cause, then try again.',
    ]);
  });

  test.each(Object.entries(FAILURES))(
    '%s says what happened and what to do, in both languages',
    (_, text) => {
      const facts = new Proxy({}, { get: (_target, name) => `<${String(name)}>` });
      for (const say of [text.fr, text.en]) {
        expect(say(facts).match(/[.!] ?(?=[\p{Lu}«“]|$)/gu)?.length).toBeGreaterThanOrEqual(2);
        expect(say(facts)).not.toContain('\n');
      }
      // The same facts in both.
      const named = (/** @type {string} */ line) => [...line.matchAll(/<\w+>/g)].map(String).sort();
      expect(named(text.fr(facts))).toEqual(named(text.en(facts)));
      // French spacing: never an ordinary space before these, nor inside guillemets.
      expect(text.fr(facts)).not.toMatch(/ [:;!?»]|« /);
      expect(text.fr(facts)).not.toContain("'");
    },
  );
});

describe('failureOfFileSystem', () => {
  const error = (/** @type {object} */ members) => Object.assign(new Error('x'), members);

  test('knows a full disk and a refused path', () => {
    expect(failureOfFileSystem(error({ code: 'ENOSPC' }))?.code).toBe('disk-full');
    expect(failureOfFileSystem(error({ code: 'EACCES', path: '/x' }))).toMatchObject({
      code: 'not-writable',
      facts: { path: '/x' },
    });
  });

  test('leaves what it does not know', () => {
    expect(failureOfFileSystem(error({ code: 'EACCES' }))).toBeNull();
    expect(failureOfFileSystem(error({}))).toBeNull();
    expect(failureOfFileSystem('ENOSPC')).toBeNull();
  });
});
