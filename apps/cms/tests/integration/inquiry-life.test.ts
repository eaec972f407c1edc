import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { escalate } from '../../src/api/inquiry/adapters/escalation.ts';
import { purgeInquiries, readPurges } from '../../src/api/inquiry/adapters/purge.ts';
import { signInAs, tokenFor } from '../support/accounts.ts';
import { databases } from '../support/databases.ts';
import { inquiry, inquirySettingOf, mailsOf, mailWhere } from '../support/inquiries.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

const DAY = 86_400_000;
const idSchema = z.object({ id: z.string() });

describe.each(databases)('what time does to inquiries on $name', ({ start }) => {
  let cms: TestCms;
  let administrator: string;
  beforeAll(async () => {
    cms = await start({ environment: { INQUIRY_NOTICE_EMAIL: 'bureau@passerelle.test' } });
    administrator = await tokenFor(cms, cms.administrator);
  });
  afterAll(() => cms.stop());

  const table = (name = 'passerelle_inquiries') => cms.strapi.db.connection(name);
  async function taken(columns: object): Promise<{ id: string; reference: string }> {
    const [answer] = await submit(cms, [inquiry()]);
    const reference = (answer?.outcome === 'accepted' && answer.reference) || '';
    await table().where({ reference }).update(columns);
    return { reference, ...idSchema.parse(await table().where({ reference }).first()) };
  }

  it('erases what is past its time with all that belongs to it, and certifies it', async () => {
    const now = Date.now();
    const past = [
      await taken({ status: 'spam', changed_at: now - 31 * DAY }),
      await taken({ status: 'closed', changed_at: now - 366 * DAY }),
    ];
    const kept = [
      await taken({ status: 'spam', changed_at: now - 29 * DAY }),
      await taken({ status: 'closed', changed_at: now - 400 * DAY, legal_hold: true }),
      await taken({ status: 'new', changed_at: now - 4_000 * DAY }),
    ];
    const setting = { ...inquirySettingOf(cms.strapi), clock: () => new Date(now) };
    const { next, done } = await readPurges(setting);
    expect([next.counts, done]).toEqual([{ spam: 1, closed: 1 }, []]);
    expect(
      await table().whereIn(
        'id',
        past.map(({ id }) => id),
      ),
    ).toHaveLength(2);

    await purgeInquiries(setting, new AbortController().signal);
    const after = await readPurges(setting);
    expect(after.next.counts).toEqual({});
    expect(after.done).toEqual([{ ...next, at: new Date(now).toISOString() }]);
    expect(
      await table().whereIn(
        'id',
        kept.map(({ id }) => id),
      ),
    ).toHaveLength(3);
    for (const { id } of past) {
      expect(await table().where({ id })).toEqual([]);
      for (const name of ['events', 'names', 'replies']) {
        expect(await table(`passerelle_inquiry_${name}`).where({ inquiry: id })).toEqual([]);
      }
    }
    const audit = await table('passerelle_audit').where({ action: 'inquiries-purged' });
    expect(audit).toHaveLength(1);
  });

  it('gives targets by the hours and days that staff have set', async () => {
    const dueOf = async () => {
      const { reference } = await taken({ priority: 'low' });
      return new Date(Number((await table().where({ reference }).first()).due_at));
    };
    const usual = await dueOf();
    expect([22, 21]).toContain(usual.getUTCHours());
    // 17:00 in Toronto, in winter or summer, becomes 12:00.
    const openings = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
      (weekday) => ({ weekday, opensAt: '00:00:00.000', closesAt: '12:00:00.000' }),
    );
    await cms.strapi.documents('api::desk-setting.desk-setting').create({
      data: { responseDays: 9, openings, closedDays: [{ day: '2026-01-02' }] },
    });
    const changed = await dueOf();
    expect([16, 17]).toContain(changed.getUTCHours());
    expect(changed.getTime() - Date.now()).toBeGreaterThan(8 * DAY);
  });

  it('keeps for as long as the practice has set, and takes nothing beyond the bounds', async () => {
    const setting = inquirySettingOf(cms.strapi);
    await taken({ status: 'declined', changed_at: Date.now() - 40 * DAY });
    const next = async () => (await readPurges(setting)).next.counts.declined;
    expect(await next()).toBeUndefined();
    const usual = { unconfirmed: 7, spam: 30, declined: 35, referred: 180 };
    const retention = { ...usual, awaitingClient: 365, closed: 365, converted: 730 };
    const put = (body: object, token = administrator, responseDays = 2) =>
      fetch(`${cms.address}/content-manager/single-types/api::desk-setting.desk-setting`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ responseDays, retention: body }),
      });
    for (const wrong of [{ spam: 0 }, { spam: 91 }, { closed: 29 }, { converted: 'toujours' }]) {
      expect((await put({ ...retention, ...wrong })).status).toBe(400);
    }
    // An editor may not; a licensee sets the time to answer, and the privacy officer how long is kept.
    const editor = await signInAs(cms, 'strapi-editor');
    expect((await put(retention, editor.token)).status).toBe(403);
    const licensee = await signInAs(cms, 'passerelle-licensee');
    expect((await put(retention, licensee.token, 3)).status).toBe(200);
    expect(await next()).toBeUndefined();
    const officer = await signInAs(cms, 'passerelle-privacy-officer');
    expect((await put(retention, officer.token, 9)).status).toBe(200);
    expect(await next()).toBe(1);
    expect((await setting.readSetting()).responseDays).toBe(3);
  });

  it('tells staff once of each target that is missed, by references alone', async () => {
    const setting = inquirySettingOf(cms.strapi);
    const late = await taken({ due_at: Date.now() - 1_000 });
    await taken({ due_at: Date.now() - 1_000, paused_at: Date.now() - 2_000 });
    await escalate(setting);
    await escalate(setting);
    const lateMails = () => mailsOf(cms).filter(({ template }) => template === 'inquiry-late');
    const mail = await mailWhere(cms, ({ template }) => template === 'inquiry-late');
    expect(mail.to.address).toBe('bureau@passerelle.test');
    expect(mail.text).toContain(late.reference);
    expect(mail.text.match(/[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]/g)).toEqual([late.reference]);
    expect(lateMails()).toHaveLength(1);
    const events = await table('passerelle_inquiry_events').where({ inquiry: late.id, kind: 'escalated' });
    expect(events).toHaveLength(1);
  });
});
