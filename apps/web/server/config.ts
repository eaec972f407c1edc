import { z } from 'zod';

const schema = z.object({
  DATA_DIR: z.string().min(1),
  SITE_URL: z.url({ protocol: /^https?$/ }),
  WEB_HOST: z.string().min(1).default('127.0.0.1'),
  WEB_PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  /** Processes that serve: about one for each core the machine can spare. */
  WEB_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  /** More names the site answers to, separated by commas, each with its port unless that is the scheme's. */
  ALLOWED_HOSTS: z.string().default(''),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What the web server is told by its environment. */
export interface ServerConfig {
  dataDir: string;
  siteUrl: string;
  host: string;
  port: number;
  /** How many processes serve. */
  workers: number;
  allowedHosts: ReadonlySet<string>;
  /** Whether visitors come by HTTPS, so that browsers may be told to come by nothing else. */
  secure: boolean;
  logLevel: string;
}

/** Reads the environment. @throws with a readable list of everything that is wrong. */
export function serverConfig(environment: NodeJS.ProcessEnv): ServerConfig {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The web server can't start; the environment isn't right:\n${problems.join('\n')}`);
  }
  const env = result.data;
  const site = new URL(env.SITE_URL);
  const more = env.ALLOWED_HOSTS.split(',').map((host) => host.trim().toLowerCase());
  const local = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${env.WEB_PORT}`);
  return {
    dataDir: env.DATA_DIR,
    siteUrl: env.SITE_URL,
    host: env.WEB_HOST,
    port: env.WEB_PORT,
    workers: env.WEB_WORKERS,
    allowedHosts: new Set([site.host, ...local, ...more].filter((host) => host !== '')),
    secure: site.protocol === 'https:',
    logLevel: env.LOG_LEVEL,
  };
}
