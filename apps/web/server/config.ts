import proxyAddr from 'proxy-addr';
import { z } from 'zod';
import { type SubmissionsConfig, submissionsConfigOf, submissionsVariables } from '../submissions/config.ts';

const schema = z.object({
  ...submissionsVariables,
  SITE_URL: z.url({ protocol: /^https?$/ }),
  WEB_HOST: z.string().min(1).default('127.0.0.1'),
  WEB_PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  /** Processes that serve: about one for each core the machine can spare. */
  WEB_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  /** More names the site answers to, separated by commas, each with its port unless that is the scheme's. */
  ALLOWED_HOSTS: z.string().default(''),
  /** Addresses and networks of the reverse proxies whose X-Forwarded-For is believed, separated by commas. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listed)
    .refine(areNetworks, { error: 'has something that is neither an address nor a network (10.0.0.0/8)' }),
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
  /** Those of them that are this machine itself. */
  localHosts: ReadonlySet<string>;
  /** Public origins of the site: that of its address, and those of its other names. */
  origins: ReadonlySet<string>;
  trustedProxies: readonly string[];
  /** Whether visitors come by HTTPS, so that browsers may be told to come by nothing else. */
  secure: boolean;
  logLevel: string;
  submissions: SubmissionsConfig;
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
  const names = [site.host, ...listed(env.ALLOWED_HOSTS.toLowerCase())];
  const local = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${env.WEB_PORT}`);
  return {
    dataDir: env.DATA_DIR,
    siteUrl: env.SITE_URL,
    host: env.WEB_HOST,
    port: env.WEB_PORT,
    workers: env.WEB_WORKERS,
    allowedHosts: new Set([...names, ...local]),
    localHosts: new Set(local),
    origins: new Set(names.map((host) => `${site.protocol}//${host}`)),
    trustedProxies: env.TRUSTED_PROXIES,
    secure: site.protocol === 'https:',
    logLevel: env.LOG_LEVEL,
    submissions: submissionsConfigOf(env),
  };
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function areNetworks(networks: readonly string[]): boolean {
  try {
    proxyAddr.compile([...networks]);
    return true;
  } catch {
    return false;
  }
}
