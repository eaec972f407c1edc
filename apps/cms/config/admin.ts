import { env } from '../src/env.ts';

export default () => ({
  auth: {
    secret: env().ADMIN_JWT_SECRET,
    sessions: { maxSessionLifespan: 12 * 3600, maxRefreshTokenLifespan: 7 * 24 * 3600 },
    cookie: { secure: env().CMS_URL.startsWith('https:') },
  },
  apiToken: { salt: env().API_TOKEN_SALT },
  transfer: { token: { salt: env().TRANSFER_TOKEN_SALT } },
  secrets: { encryptionKey: env().ENCRYPTION_KEY },
  autoOpen: false,
  flags: { nps: false, promoteEE: false },
  // Without this the edit view invites to set Strapi's preview up.
  preview: { enabled: false },
});
