import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { InquirySetting } from '../../src/api/inquiry/adapters/inquiry-setting.ts';
import type { sweepFiles } from '../../src/api/inquiry-files/adapters/erase-files.ts';
import type { TestCms } from './strapi.ts';

const require = createRequire(import.meta.url);
const compiled = join(import.meta.dirname, '../../dist/src/api');

/** Nightly work of a running CMS, done now: the compiled files are those it has loaded. */
export function nightlyWork({ strapi }: TestCms) {
  const purge: typeof import('../../src/api/inquiry/adapters/purge.ts') = require(
    join(compiled, 'inquiry/adapters/purge.js'),
  );
  const erase: { sweepFiles: typeof sweepFiles } = require(
    join(compiled, 'inquiry-files/adapters/erase-files.js'),
  );
  const files: typeof import('../../src/api/inquiry-files/adapters/files-setting.ts') = require(
    join(compiled, 'inquiry-files/adapters/files-setting.js'),
  );
  const { signal } = new AbortController();
  return {
    purge: (setting: InquirySetting) => purge.purgeInquiries(setting, signal),
    sweep(now: Date) {
      const setting = files.filesSettingOf(strapi);
      return erase.sweepFiles({ ...setting, inquiries: { ...setting.inquiries, clock: () => now } }, signal);
    },
  };
}
