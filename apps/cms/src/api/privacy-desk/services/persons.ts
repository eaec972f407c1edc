import type {
  BundleFormat,
  CloseRequestBody,
  ErasureCertificate,
  PersonRequestStatus,
  PrivacyRefusal,
  PrivacySubject,
  RegisteredRequest,
  RequestCounts,
  RequestDetail,
  RequestFindings,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type BundleFile, bundleFile } from '../../../privacy/adapters/bundle-file.ts';
import { readCertificates } from '../../../privacy/adapters/certificate-rows.ts';
import { countFound } from '../../../privacy/adapters/count-found.ts';
import { erasePerson } from '../../../privacy/adapters/erase-person.ts';
import { gatherBundle } from '../../../privacy/adapters/gather-bundle.ts';
import { privacyOf } from '../../../privacy/adapters/privacy-setting.ts';
import { openRequestContent } from '../../../privacy/adapters/request-content.ts';
import { readRequest, readRequests } from '../../../privacy/adapters/request-rows.ts';
import { standingOf } from '../../../privacy/adapters/withdraw-consents.ts';
import { answerRequest, extendRequest } from '../../../privacy/adapters/work-request.ts';
import { colourOf } from '../../../privacy/domain/clock.ts';
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
        const { name = '', email = '', message = '' } = content ?? {};
        const { reason = null, provision = null, extension = null } = content ?? {};
        const { extendedAt, kind, status } = row;
        const withdraws = kind === 'withdrawal' && status === 'open';
        return {
          ...registeredOf(row, at.getTime()),
          person: content === null ? null : { name, email, message },
          standing: withdraws && content !== null ? await standingOf(settingOf(), trx, email) : [],
          reason,
          provision,
          extension:
            extendedAt === null ? null : { at: new Date(extendedAt).toISOString(), reason: extension },
        };
      });
    },

    /** How much is kept of whoever made a request; a refusal, or null when there is no such request. */
    async found(staff: Staff, id: string): Promise<RequestFindings | PrivacyRefusal | null> {
      const found = await addressOf({ request: id });
      if (found === null || typeof found === 'string') return found;
      return countFound(settingOf(), { ...found, actor: staff.actor });
    },

    /** Answers or refuses a request that is open; undefined when there is none. */
    close: (staff: Staff, id: string, wish: CloseRequestBody) =>
      answerRequest(settingOf(), { id, actor: staff.actor, ledgerActor: `staff:${staff.id}` }, wish),

    /** Puts off a request that is open; undefined when there is none. */
    extend: ({ actor }: Staff, id: string, wish: { until: string; reason: string }) =>
      extendRequest(settingOf(), { id, actor }, wish),

    /** How many wait, and how long still. */
    async counts(): Promise<RequestCounts> {
      const now = settingOf().clock().getTime();
      const open = await readRequests(strapi.db.connection, 'open');
      const of = (colour: string) => open.filter((row) => colourOf(row, now) === colour).length;
      return { open: open.length, soon: of('soon'), late: of('late') };
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
