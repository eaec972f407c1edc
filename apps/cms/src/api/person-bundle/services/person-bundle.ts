import { hash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { type BundleFile, bundleFile } from '../../../privacy/adapters/bundle-file.ts';
import { gatherBundle } from '../../../privacy/adapters/gather-bundle.ts';
import { privacyOf } from '../../../privacy/adapters/privacy-setting.ts';
import { openRequestContent } from '../../../privacy/adapters/request-content.ts';
import { countFetch, readRequest } from '../../../privacy/adapters/request-rows.ts';

/** What the audit has as the reason. */
const REASON = 'fetched by the person';

/** What is kept of persons, for them. */
const personBundle = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Everything that is kept now of whoever the secret was mailed to, as a ZIP file; null where the secret is none, has
   * ended or was used up, or its person was erased. Nothing is kept ready for it: it is gathered at each fetch.
   */
  async fetch(token: string): Promise<BundleFile | null> {
    const setting = privacyOf(strapi);
    const now = setting.clock().getTime();
    const found = await strapi.db.transaction(async ({ trx }) => {
      const row = await readRequest(trx, { fetch_hash: hash('sha256', token) }, { lock: true });
      if (row === null || row.fetchUntil === null || row.fetchUntil < now) return null;
      const content = await openRequestContent(setting.records, row);
      if (content === null || !(await countFetch(trx, row.id))) return null;
      return { row, email: content.email };
    });
    if (found === null) return null;
    const { email, row } = found;
    const { reference, language } = row;
    const gathered = await gatherBundle(setting, { email, actor: null, reason: REASON, reference });
    return bundleFile(gathered, { format: 'zip', words: language === 'fr-CA' ? 'fr' : 'en' });
  },
});

export default personBundle;
