import { expect, test } from 'vitest';
import { submissionsConfig } from './config.ts';

const SOUND = {
  DATA_DIR: '/data',
  SUBMIT_TOKEN: 'u'.repeat(40),
  FORM_SECRET: 'f'.repeat(64),
  SUBMISSIONS_PUBLIC_KEY: 'A'.repeat(43),
};

test('the CMS is on this machine unless it is said where; what is empty is absent', () => {
  const { cmsUrl, limits } = submissionsConfig({ ...SOUND, CMS_INTERNAL_URL: '', SPOOL_MAX_MB: '' });
  expect({ cmsUrl, limits }).toEqual({
    cmsUrl: 'http://127.0.0.1:1337',
    limits: { items: 100_000, bytes: 256_000_000 },
  });
  expect(submissionsConfig({ ...SOUND, CMS_INTERNAL_URL: 'http://cms:1337' }).cmsUrl).toBe('http://cms:1337');
});

test('everything that is wrong is named, and no value is shown', () => {
  const wrong = { DATA_DIR: '/data', SUBMIT_TOKEN: 'short-canary', SUBMISSIONS_PUBLIC_KEY: 'canary' };
  const read = () => submissionsConfig(wrong);
  for (const name of ['SUBMIT_TOKEN', 'FORM_SECRET', 'SUBMISSIONS_PUBLIC_KEY']) expect(read).toThrow(name);
  expect(read).not.toThrow(/canary/);
});
