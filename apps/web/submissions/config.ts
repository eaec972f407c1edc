import { join } from 'node:path';
import { z } from 'zod';

const absentWhenEmpty = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absentWhenEmpty, schema.optional());

/** What the hand-over of submissions is told by the environment. */
export const submissionsVariables = {
  DATA_DIR: z.string().min(1),
  CMS_HOST: z.string().min(1).default('127.0.0.1'),
  CMS_PORT: z.coerce.number().int().min(0).max(65_535).default(1337),
  /** Where the CMS answers the web server, when not on this machine. */
  CMS_INTERNAL_URL: optional(z.url({ protocol: /^https?$/ })),
  SUBMIT_TOKEN: z.string().min(32),
  FORM_SECRET: z.string().min(32),
  /** X25519, 32 bytes in base64url. */
  SUBMISSIONS_PUBLIC_KEY: z.string().regex(/^[\w-]{43}$/, { error: 'is not 32 bytes in base64url' }),
  /** Megabytes of submissions that may wait for the CMS. */
  SPOOL_MAX_MB: optional(z.coerce.number().positive().max(1_000_000)),
};
const schema = z.object(submissionsVariables);

const SPOOL_MAX_MB = 256;
const SPOOL_ITEMS = 100_000;

export interface SubmissionsConfig {
  cmsUrl: string;
  submitToken: string;
  formSecret: string;
  publicKey: string;
  /** The spool's file, and the lock of the process that forwards from it. */
  spool: string;
  forwarderLock: string;
  limits: { items: number; bytes: number };
}

/** @param env the environment, read by a schema that has `submissionsVariables`. */
export function submissionsConfigOf(env: z.infer<typeof schema>): SubmissionsConfig {
  return {
    cmsUrl: env.CMS_INTERNAL_URL ?? `http://${env.CMS_HOST}:${env.CMS_PORT}`,
    submitToken: env.SUBMIT_TOKEN,
    formSecret: env.FORM_SECRET,
    publicKey: env.SUBMISSIONS_PUBLIC_KEY,
    spool: join(env.DATA_DIR, 'web', 'spool.sqlite'),
    forwarderLock: join(env.DATA_DIR, 'web', 'forwarder.lock'),
    limits: { items: SPOOL_ITEMS, bytes: (env.SPOOL_MAX_MB ?? SPOOL_MAX_MB) * 1_000_000 },
  };
}

/** Reads the environment. @throws with a readable list of everything that is wrong; no value is shown. */
export function submissionsConfig(environment: NodeJS.ProcessEnv): SubmissionsConfig {
  const result = schema.safeParse(environment);
  if (result.success) return submissionsConfigOf(result.data);
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`Submissions can't be taken; the environment isn't right:\n${problems.join('\n')}`);
}
