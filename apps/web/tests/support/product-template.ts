import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** What all products of a run have in common. */
export interface ProductTemplate {
  /** The data folder with the demo content, once a product has asked for it. */
  folder: string;
  /** Of the environment: what was written under one key is read under the same. */
  secrets: Record<string, string>;
}

declare module 'vitest' {
  interface ProvidedContext {
    productTemplate: ProductTemplate;
  }
}

/** vitest's `globalSetup`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = await mkdtemp(join(tmpdir(), 'passerelle-products-'));
  project.provide('productTemplate', { folder: join(parent, 'seeded'), secrets: freshSecrets() });
  return () => rm(parent, { recursive: true, force: true });
}

function freshSecrets(): Record<string, string> {
  const secret = () => randomBytes(32).toString('hex');
  const { x, d } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return {
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret().slice(0, 32),
    SITE_TOKEN: secret(),
    REPORT_TOKEN: secret(),
    NOTICE_TOKEN: secret(),
    SUBMIT_TOKEN: secret(),
    FORM_SECRET: secret(),
    MASTER_KEY: secret(),
    SUBMISSIONS_PUBLIC_KEY: x ?? '',
    SUBMISSIONS_PRIVATE_KEY: d ?? '',
  };
}
