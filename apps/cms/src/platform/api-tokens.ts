import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** A token of the environment and all it may do. */
interface TokenGrant {
  name: string;
  description: string;
  value: string;
  actions: readonly string[];
}

const TOKENS = 'admin::api-token';
const PERMISSIONS = 'admin::api-token-permission';
/** The tokens Strapi makes for itself on an empty database, which may read or do everything. */
const STRAPI_DEFAULTS = ['Read Only', 'Full Access'];

/** All the web server may do: hand over what visitors send, and read what it shows in return. */
const SUBMIT_ACTIONS = [
  'api::submission.submission.submit',
  'api::submission.submission.sealed',
  'api::submission.submission.alarm',
  'api::poll.poll.results',
  'api::subscriber.subscriber.read',
  'api::subscriber.subscriber.data',
  'api::inquiry-files.visitor-files.look',
  'api::inquiry-files.visitor-files.receive',
  'api::person-bundle.person-bundle.fetch',
];

/** Gives the site, its publisher and its web server their tokens, exactly as the environment has them, and removes Strapi's own. */
export async function ensureApiTokens(
  strapi: Core.Strapi,
  tokens: { SITE_TOKEN: string; REPORT_TOKEN: string; SUBMIT_TOKEN: string },
): Promise<void> {
  await strapi.db.query(TOKENS).deleteMany({
    where: { name: { $in: STRAPI_DEFAULTS }, type: { $in: ['read-only', 'full-access'] } },
  });
  await ensureToken(strapi, {
    name: 'Site',
    description: 'Lecture du contenu publié par le site (SITE_TOKEN du fichier .env).',
    value: tokens.SITE_TOKEN,
    actions: ['api::site.site.revision', 'api::site.site.entries', 'api::site.site.changes'],
  });
  await ensureToken(strapi, {
    name: 'Publication',
    description: 'Comptes rendus de la publication (REPORT_TOKEN du fichier .env).',
    value: tokens.REPORT_TOKEN,
    actions: ['api::site.site.report'],
  });
  await ensureToken(strapi, {
    name: 'Formulaires',
    description: 'Envois des visiteurs et résultats des sondages (SUBMIT_TOKEN du fichier .env).',
    value: tokens.SUBMIT_TOKEN,
    actions: SUBMIT_ACTIONS,
  });
}

const tokenSchema = z
  .object({
    id: z.number(),
    accessKey: z.string(),
    type: z.string(),
    expiresAt: z.unknown(),
    permissions: z.array(z.object({ action: z.string() })),
  })
  .nullish();

/** Only the hash is stored: the environment is where the value is, and changing it there is all it takes. */
async function ensureToken(strapi: Core.Strapi, grant: TokenGrant): Promise<void> {
  const accessKey = z.string().parse(await strapi.service('admin::api-token').hash(grant.value));
  const stored = tokenSchema.parse(
    await strapi.db.query(TOKENS).findOne({ where: { name: grant.name }, populate: ['permissions'] }),
  );
  if (stored && isExactly(stored, accessKey, grant.actions)) return;
  await strapi.db.transaction(async () => {
    if (stored) await strapi.db.query(TOKENS).delete({ where: { id: stored.id } });
    const token = z.object({ id: z.number() }).parse(
      await strapi.db.query(TOKENS).create({
        data: {
          name: grant.name,
          description: grant.description,
          kind: 'content-api',
          type: 'custom',
          accessKey,
          lifespan: null,
          expiresAt: null,
        },
      }),
    );
    for (const action of grant.actions) {
      await strapi.db.query(PERMISSIONS).create({ data: { action, token: token.id } });
    }
  });
}

function isExactly(
  stored: NonNullable<z.infer<typeof tokenSchema>>,
  accessKey: string,
  actions: readonly string[],
): boolean {
  const granted = stored.permissions.map(({ action }) => action).sort();
  return (
    stored.accessKey === accessKey &&
    stored.type === 'custom' &&
    stored.expiresAt === null &&
    granted.length === actions.length &&
    [...actions].sort().every((action, index) => granted[index] === action)
  );
}
