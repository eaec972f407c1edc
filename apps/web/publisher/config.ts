import { z } from 'zod';

const token = z.string().min(32);
const port = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  DATA_DIR: z.string().min(1),
  SITE_URL: z.url({ protocol: /^https?$/ }),
  CMS_HOST: z.string().min(1).default('127.0.0.1'),
  CMS_PORT: port.default(1337),
  /** Where the CMS answers the publisher, when not on this machine. */
  CMS_INTERNAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  SITE_TOKEN: token,
  REPORT_TOKEN: token,
  NOTICE_TOKEN: token,
  PUBLISHER_HOST: z.string().min(1).default('127.0.0.1'),
  PUBLISHER_PORT: port.default(4322),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What the publisher is told by its environment. */
export interface PublisherConfig {
  dataDir: string;
  siteUrl: string;
  cmsUrl: string;
  siteToken: string;
  reportToken: string;
  noticeToken: string;
  host: string;
  port: number;
  logLevel: string;
}

/** Reads the environment. @throws with a readable list of everything that is wrong; no value is shown. */
export function publisherConfig(environment: NodeJS.ProcessEnv): PublisherConfig {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The publisher can't start; the environment isn't right:\n${problems.join('\n')}`);
  }
  const env = result.data;
  return {
    dataDir: env.DATA_DIR,
    siteUrl: env.SITE_URL,
    cmsUrl: env.CMS_INTERNAL_URL ?? `http://${env.CMS_HOST}:${env.CMS_PORT}`,
    siteToken: env.SITE_TOKEN,
    reportToken: env.REPORT_TOKEN,
    noticeToken: env.NOTICE_TOKEN,
    host: env.PUBLISHER_HOST,
    port: env.PUBLISHER_PORT,
    logLevel: env.LOG_LEVEL,
  };
}
