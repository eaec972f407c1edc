import { type Consultant, consultantSchema } from '@passerelle/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recognitionsSchema } from '../../src/api/consultant/domain/answers.ts';
import { readAudit } from '../../src/platform/audit/audit.ts';
import { signIn } from '../support/admin.ts';
import {
  consultantFields,
  markAt,
  recognizedUntil,
  writeConsultant,
  writeOrganization,
} from '../support/consultants.ts';
import { changesSince, documentsOf, publicLocales, revisionOf, write } from '../support/content.ts';
import { databases } from '../support/databases.ts';
import type { TestCms } from '../support/strapi.ts';

/** Far from any end: what the clock of the machine says doesn't matter. */
const FAR = '2999-12-31';

describe.each(databases)('consultants on $name', ({ start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start();
  });
  afterAll(() => cms.stop());

  beforeEach(async () => {
    await cms.strapi.db.query('api::organization.organization').deleteMany({});
    await cms.strapi.db.query('api::consultant.consultant').deleteMany({});
  });

  async function shown(documentId: string, since = 0): Promise<Consultant | null> {
    const change = (await changesSince(cms, since)).find((one) => one.documentId === documentId);
    return change?.entry ? consultantSchema.parse(change.entry) : null;
  }
  /** The ends that staff were told of when a consultant was written. */
  const endsOnRecord = async (documentId: string) =>
    (await readAudit(cms.strapi.db.connection, 'recognition-expired')).filter(({ detail }) =>
      detail?.includes(documentId),
    );

  it('are given to the site as the register has them', async () => {
    const documentId = await writeConsultant(cms, { languages: 'FR; es', ...recognizedUntil(FAR) });
    expect(await shown(documentId)).toMatchObject({
      licenceNumber: 'R000000',
      languages: ['fr', 'es'],
      recognition: { number: '00000', expiresOn: FAR, state: 'valid' },
    });
  });

  it.each([
    ['a number that is none', { licenceNumber: '12345' }, 'licenceNumber'],
    ['no language', { languages: ' , ' }, 'languages'],
    ['a date without a number', { recognitionExpiresOn: FAR }, 'recognition'],
    ['a number without a date', { recognitionNumber: '00000' }, 'recognition'],
  ])('are refused with %s, in words', async (_, fields, field) => {
    await expect(writeConsultant(cms, fields)).rejects.toMatchObject({
      details: {
        code: 'unreadable',
        errors: [
          {
            path: expect.arrayContaining([field]),
            message: expect.stringMatching(/(?:permis|Langues|Minist)/),
          },
        ],
      },
    });
    expect(await cms.strapi.db.query('api::consultant.consultant').count({})).toBe(0);
  });

  it('are English only where they are French', async () => {
    const english = documentsOf(cms, 'consultant').create({ locale: 'en-CA', data: consultantFields() });
    await expect(english).rejects.toMatchObject({ details: { code: 'french-first' } });
  });

  it('whose recognition ends are shown as expired from the day after in Québec, in each language', async () => {
    const documentId = await writeConsultant(cms, recognizedUntil('2998-03-14'));
    await write(cms, 'consultant', documentId, 'en-CA', { name: 'A consultant' });
    const before = await revisionOf(cms);
    await markAt(cms, '2998-03-15T03:59:59Z');
    expect(await revisionOf(cms)).toBe(before);
    expect(await markAt(cms, '2998-03-15T04:01:00Z')).toEqual([{ code: 'recognition-expired', documentId }]);
    const told = await changesSince(cms, before);
    expect(
      told.map(({ kind, locale, entry }) => [
        kind,
        locale,
        entry && consultantSchema.parse(entry).recognition?.state,
      ]),
    ).toEqual([
      ['consultant', 'fr-CA', 'expired'],
      ['consultant', 'en-CA', 'expired'],
    ]);
  });

  it('are marked once, however often one looks, and again valid when renewed', async () => {
    const documentId = await writeConsultant(cms, recognizedUntil('2998-03-14'));
    await markAt(cms, '2998-03-15T12:00:00Z');
    const expired = await revisionOf(cms);
    expect(await markAt(cms, '2998-03-16T12:00:00Z')).toEqual([]);
    expect(await markAt(cms, '2998-09-16T12:00:00Z')).toEqual([]);
    expect(await revisionOf(cms)).toBe(expired);
    await write(cms, 'consultant', documentId, 'fr-CA', { recognitionExpiresOn: FAR });
    expect((await shown(documentId, expired))?.recognition?.state).toBe('valid');
  });

  it('written with an end that has passed are expired at once', async () => {
    const documentId = await writeConsultant(cms, recognizedUntil('2020-01-31'));
    expect((await shown(documentId))?.recognition?.state).toBe('expired');
    expect(await endsOnRecord(documentId)).toHaveLength(1);
  });

  it('are warned of 120, 90 and 60 days before, once each, and told of at the end', async () => {
    const documentId = await writeConsultant(cms, recognizedUntil('2998-06-30'));
    const told: [string, number | undefined][] = [];
    for (const day of ['03-01', '03-02', '03-03', '04-01', '05-01', '06-29', '07-01', '07-02']) {
      for (const { code, daysLeft, ...about } of await markAt(cms, `2998-${day}T15:00:00Z`)) {
        expect(about).toEqual({ documentId });
        told.push([`${day} ${code}`, daysLeft]);
      }
    }
    expect(told).toEqual([
      ['03-02 recognition-ending', 120],
      ['04-01 recognition-ending', 90],
      ['05-01 recognition-ending', 60],
      ['07-01 recognition-expired', undefined],
    ]);
  });

  it('that were not looked at for months are warned of once, by the nearest threshold', async () => {
    const documentId = await writeConsultant(cms, recognizedUntil('2998-06-30'));
    const alarms = await markAt(cms, '2998-06-01T15:00:00Z');
    expect(alarms).toEqual([{ code: 'recognition-ending', documentId, daysLeft: 29 }]);
    expect(await markAt(cms, '2998-06-02T15:00:00Z')).toEqual([]);
  });

  it('are needed for Québec mandates, and the organization is refused in words without them', async () => {
    await expect(writeOrganization(cms, { takesQuebecMandates: true })).rejects.toMatchObject({
      message: expect.stringContaining('reconnaissance du Ministère'),
      details: { code: 'quebec-needs-consultant' },
    });
    await writeConsultant(cms);
    await expect(writeOrganization(cms, { takesQuebecMandates: true })).rejects.toMatchObject({
      details: { code: 'quebec-needs-consultant' },
    });
    await writeConsultant(cms, recognizedUntil(FAR));
    const documentId = await writeOrganization(cms, { takesQuebecMandates: true });
    expect(await publicLocales(cms, 'organization', documentId)).toEqual(['fr-CA']);
  });

  it('stay while the organization takes Québec mandates, even once expired', async () => {
    const documentId = await writeConsultant(cms, recognizedUntil('2998-03-14'));
    await writeOrganization(cms, { takesQuebecMandates: true });
    await expect(documentsOf(cms, 'consultant').delete({ documentId })).rejects.toMatchObject({
      details: { code: 'quebec-needs-consultant' },
    });
    const without = { recognitionNumber: null, recognitionExpiresOn: null };
    await expect(write(cms, 'consultant', documentId, 'fr-CA', without)).rejects.toMatchObject({
      details: { code: 'quebec-needs-consultant' },
    });
    expect((await shown(documentId))?.recognition?.state).toBe('valid');
    await markAt(cms, '2998-03-20T12:00:00Z');
    await writeOrganization(cms, { takesQuebecMandates: true, telephone: '+14185550199' });
    await writeOrganization(cms, { takesQuebecMandates: false });
    await documentsOf(cms, 'consultant').delete({ documentId });
    expect(await shown(documentId)).toBeNull();
  });

  it('are listed for those who are signed in, with how long is left', async () => {
    const documentId = await writeConsultant(cms, recognizedUntil('2020-01-31'));
    expect((await cms.get('/passerelle/recognitions')).status).toBe(401);
    const admin = await signIn(cms);
    const answer = await admin.get('/passerelle/recognitions');
    const { takesQuebecMandates, consultants } = recognitionsSchema.parse(await answer.json());
    expect(takesQuebecMandates).toBe(false);
    expect(consultants).toMatchObject([{ documentId, level: 'expired', expiresOn: '2020-01-31' }]);
  });
});
