import type { NewsletterData, NewsletterReader } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { readWordings } from '../../../consent/adapters/wording-rows.ts';
import { toldConsent } from '../../../consent/domain/told-consent.ts';
import { consentOf } from '../../../consent/ledger.ts';
import { newsletterOf } from '../adapters/newsletter-setting.ts';
import { readOffered } from '../adapters/offered-terms.ts';
import { readerData } from '../adapters/reader-data.ts';
import { openReader } from '../adapters/sealed-reader.ts';
import { readSubscriber } from '../adapters/subscriber-rows.ts';
import { readToken } from '../adapters/token-rows.ts';
import { chosenOf } from '../domain/chosen.ts';
import { maskEmail } from '../domain/mask-email.ts';
import { statusAt } from '../domain/subscriber.ts';
import { ends, manages } from '../domain/tokens.ts';

/** What a reader sees of what is kept of them, by the token that was mailed to them. */
const readers = ({ strapi }: { strapi: Core.Strapi }) => {
  /** The reader whom a token manages; `gone` when its reader isn't there, null when it is no such token. */
  async function readerOf(token: string) {
    const now = newsletterOf(strapi).clock().getTime();
    const known = await readToken(strapi.db.connection, token);
    if (!ends(known)) return null;
    const reader = await readSubscriber(strapi.db.connection, known.subscriber);
    if (reader === null || known.purpose === 'unsubscribe') return 'gone';
    return manages(known, now) ? { reader, now } : null;
  }

  return {
    async read(token: string): Promise<NewsletterReader | null> {
      const found = await readerOf(token);
      if (found === null) return null;
      if (found === 'gone') return { state: 'gone' };
      const { reader, now } = found;
      const { email, newEmail } = await openReader(newsletterOf(strapi).records, reader);
      const { locale, frequency, pausedUntil } = reader;
      const { topics, programmes } = chosenOf(reader, await readOffered(strapi.db.connection));
      return {
        state: 'reader',
        status: statusAt(reader, now),
        email: maskEmail(email),
        locale,
        topics,
        programmes,
        frequency,
        pausedUntil: pausedUntil !== null && pausedUntil > now ? new Date(pausedUntil).toISOString() : null,
        newEmail: newEmail === null ? null : maskEmail(newEmail),
      };
    },

    /** Everything (L9); null when there is nothing to be had by this token. */
    async data(token: string): Promise<NewsletterData | null> {
      const found = await readerOf(token);
      if (found === null || found === 'gone') return null;
      const { reader, now } = found;
      const data = await readerData(newsletterOf(strapi), strapi.db.connection, reader, now);
      const wordingOf = await readWordings(strapi);
      const consents = await consentOf(strapi, data.email);
      return { ...data, consents: consents.map((consent) => toldConsent(consent, wordingOf)) };
    },
  };
};

export default readers;
