import type {
  BundleFormat,
  ErasureCertificate,
  PersonRequestStatus,
  PrivacyRefusal,
  PrivacySubject,
  RegisteredRequest,
  RequestDetail,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type BundleFile, bundleFile } from '../../../privacy/adapters/bundle-file.ts';
import { readCertificates } from '../../../privacy/adapters/certificate-rows.ts';
import { erasePerson } from '../../../privacy/adapters/erase-person.ts';
import { gatherBundle } from '../../../privacy/adapters/gather-bundle.ts';
import { privacyOf } from '../../../privacy/adapters/privacy-setting.ts';
import { openRequestContent, sealReason } from '../../../privacy/adapters/request-content.ts';
import { closeRequest, readRequest, readRequests } from '../../../privacy/adapters/request-rows.ts';
import type { Staff } from '../../inquiry-desk/domain/staff.ts';
import { registeredOf } from '../domain/registered.ts';

/** The register of requests, and what is done about a person. Whatever shows a person is on record first. */
const persons = ({ strapi }: { strapi: Core.Strapi }) => {
  const settingOf = () => privacyOf(strapi);

  /** The address that something is done about; a refusal, or null when there is no such request. */
  async function addressOf(
    subject: PrivacySubject,
    { toErase = false } = {},
  ): Promise<{ email: string; reference: string | null } | PrivacyRefusal | null> {
    if ('email' in subject) return { email: subject.email, reference: null };
    const row = await readRequest(strapi.db.connection, { id: subject.request });
    if (row === null) return null;
    if (row.status === 'unconfirmed') return 'not-confirmed';
    if (row.status !== 'open') return 'request-closed';
    if (toErase && row.kind !== 'erasure') return 'not-asked';
    const content = await openRequestContent(settingOf().records, row);
    return content === null ? 'request-closed' : { email: content.email, reference: row.reference };
  }

  return {
    async list(status?: PersonRequestStatus): Promise<{ requests: RegisteredRequest[] }> {
      const now = settingOf().clock().getTime();
      const rows = await readRequests(strapi.db.connection, status);
      return { requests: rows.map((row) => registeredOf(row, now)) };
    },

    /** A request with its person; null when there is none. */
    async look(staff: Staff, id: string): Promise<RequestDetail | null> {
      const { records, clock } = settingOf();
      const at = clock();
      return strapi.db.transaction(async ({ trx }) => {
        const row = await readRequest(trx, { id });
        if (row === null) return null;
        const subject = `person-request/${row.reference}`;
        const event = { at, actor: staff.actor, subject, detail: null };
        await recordAudit(trx, { ...event, action: 'person-request-read' });
        const content = await openRequestContent(records, row);
        const { name = '', email = '', message = '', reason = null } = content ?? {};
        return {
          ...registeredOf(row, at.getTime()),
          person: content === null ? null : { name, email, message },
          reason,
        };
      });
    },

    /** Closes a request that is open; undefined when there is none. */
    async close(
      staff: Staff,
      id: string,
      { outcome, reason }: { outcome: 'done' | 'refused'; reason: string },
    ): Promise<PrivacyRefusal | null | undefined> {
      const { records, clock } = settingOf();
      const at = clock();
      return strapi.db.transaction(async ({ trx }) => {
        const row = await readRequest(trx, { id }, { lock: true });
        if (row === null) return undefined;
        if (row.status === 'unconfirmed') return 'not-confirmed';
        if (row.status !== 'open') return 'request-closed';
        const sealed = await sealReason(records, row, reason);
        const closing = { status: outcome, at: at.getTime(), by: staff.actor, reason: sealed };
        await closeRequest(trx, id, closing);
        const subject = `person-request/${row.reference}`;
        const event = { at, actor: staff.actor, subject, detail: JSON.stringify({ outcome }) };
        await recordAudit(trx, { ...event, action: 'person-request-closed' });
        return null;
      });
    },

    /** Everything that is kept of a person, as a file; a refusal, or null when there is no such request. */
    async bundle(
      staff: Staff,
      wish: { subject: PrivacySubject; format: BundleFormat; words: 'fr' | 'en'; reason: string },
    ): Promise<BundleFile | PrivacyRefusal | null> {
      const found = await addressOf(wish.subject);
      if (found === null || typeof found === 'string') return found;
      const { reason } = wish;
      return bundleFile(await gatherBundle(settingOf(), { ...found, actor: staff.actor, reason }), wish);
    },

    /** Erases a person; a refusal, or null when there is no such request. */
    async erase(
      staff: Staff,
      { subject, reason }: { subject: PrivacySubject; reason: string },
    ): Promise<ErasureCertificate | PrivacyRefusal | null> {
      const found = await addressOf(subject, { toErase: true });
      if (found === null || typeof found === 'string') return found;
      const { email } = found;
      const { actor, id } = staff;
      return erasePerson(settingOf(), { email, actor, ledgerActor: `staff:${id}`, reason });
    },

    certificates: async () => ({ certificates: await readCertificates(strapi.db.connection) }),
  };
};

export default persons;
