import { randomBytes } from 'node:crypto';
import type { Answer } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { purgeInquiries } from '../../src/api/inquiry/adapters/purge.ts';
import { readReference } from '../../src/api/inquiry/domain/reference.ts';
import { databases } from '../support/databases.ts';
import {
  confirmation,
  continuation,
  inquiry,
  inquirySettingOf,
  mailsOf,
  mailWhere,
  SECRETS,
  tracesOf,
} from '../support/inquiries.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

const HOUR = 3_600_000;
const statusSchema = z.object({
  status: z.string(),
  due_at: z.coerce.number().nullable(),
  suspicions: z.string(),
});

function referenceOf(answer: Answer | undefined): string {
  if (answer?.outcome !== 'accepted' || answer.reference === undefined) {
    throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  }
  return answer.reference;
}

describe.each(databases)('inquiries on $name', ({ name, start }) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await start({ environment: { INQUIRY_NOTICE_EMAIL: 'bureau@passerelle.test' } });
  });
  afterAll(() => cms.stop());

  const rows = () => cms.strapi.db.connection('passerelle_inquiries');
  const rowOf = async (reference: string) => statusSchema.parse(await rows().where({ reference }).first());
  const count = async () => Number((await rows().count({ n: '*' }).first())?.n);
  const ledger = (person?: string) =>
    cms.strapi.db
      .connection('passerelle_consent_events')
      .select('kind', 'purpose', 'wording', 'person')
      .where(person === undefined ? {} : { person })
      .orderBy('sequence');

  it('are taken once for a key, with one reference, one mail and one set of consents', async () => {
    const [before, consents] = [await count(), (await ledger()).length];
    const sent = inquiry({
      email: 'une.fois@exemple.example',
      consents: ['inquiry-2', 'transfer-1', 'newsletter-1'],
    });
    const [first] = await submit(cms, [sent]);
    const again = await Promise.all(Array.from({ length: 12 }, () => submit(cms, [sent])));
    const reference = referenceOf(first);
    expect(readReference(reference)).toBe(reference);
    for (const [answer] of again) expect(answer).toEqual(first);
    expect((await count()) - before).toBe(1);
    const added = (await ledger()).slice(consents);
    expect(added.map(({ kind, wording }) => [kind, wording])).toEqual([
      ['given', 'inquiry-2'],
      ['given', 'transfer-1'],
      ['given', 'newsletter-1'],
    ]);
    const mail = await mailWhere(cms, ({ subject }) => subject.includes(reference));
    expect(mail).toMatchObject({ template: 'inquiry-received', to: { address: 'une.fois@exemple.example' } });
    expect(mail.text).toMatch(/2 jours ouvrables/);
    const notice = await mailWhere(
      cms,
      ({ template, text }) => template === 'inquiry-notice' && text.includes(reference),
    );
    expect(notice.to.address).toBe('bureau@passerelle.test');
    for (const secret of ['une.fois', ...Object.values(SECRETS)]) {
      expect(JSON.stringify(notice)).not.toContain(secret);
    }
    expect(mailsOf(cms).filter(({ text }) => text.includes(reference))).toHaveLength(2);
    expect(await rowOf(reference)).toMatchObject({ status: 'new', due_at: expect.any(Number) });
  });

  it('sent at once with the same key by many connections are one', async () => {
    const before = await count();
    const sent = inquiry();
    const answers = await Promise.all(Array.from({ length: 30 }, () => submit(cms, [sent])));
    expect(new Set(answers.map(([answer]) => referenceOf(answer))).size).toBe(1);
    expect((await count()) - before).toBe(1);
  });

  it('of one batch have references of their own, and one that is taken is drawn again', async () => {
    const setting = inquirySettingOf(cms.strapi);
    const { randomInt } = setting;
    let drawn = 0;
    // The first two references are the same; every draw has six characters.
    setting.randomInt = (limit) => (drawn++ < 12 ? 7 : randomInt(limit));
    try {
      const answers = await submit(cms, [inquiry(), inquiry(), inquiry()]);
      expect(new Set(answers.map(referenceOf)).size).toBe(3);
      expect(drawn).toBe(24);
    } finally {
      setting.randomInt = randomInt;
    }
  });

  it('ask for the newsletter where its box was ticked, and only once the address is known to be theirs', async () => {
    const setting = inquirySettingOf(cms.strapi);
    const { askNewsletter } = setting;
    const asked: string[] = [];
    setting.askNewsletter = async (_, { email, wording }) => void asked.push(`${email} ${wording}`);
    try {
      const consents = ['inquiry-2', 'newsletter-1'];
      const spam = 'http://spam.example/ '.repeat(5);
      await submit(cms, [
        inquiry({ email: 'lettre@exemple.example', consents }),
        inquiry({ email: 'rien@exemple.example' }),
        inquiry({ email: 'pourriel@exemple.example', consents, message: spam }),
        inquiry({ email: 'plus.tard@exemple.example', consents }, { proven: false }),
      ]);
      expect(asked).toEqual(['lettre@exemple.example newsletter-1']);
      const mail = await mailWhere(cms, ({ to }) => to.address === 'plus.tard@exemple.example');
      await submit(cms, [confirmation(/token=([\w-]{43})/.exec(mail.text)?.[1] ?? '')]);
      expect(asked).toEqual([
        'lettre@exemple.example newsletter-1',
        'plus.tard@exemple.example newsletter-1',
      ]);
    } finally {
      setting.askNewsletter = askNewsletter;
    }
  });

  it('that look like spam are kept in its queue, without a mail', async () => {
    const message = `${'http://spam.example/x '.repeat(5)}<a href="x">`;
    const [answer] = await submit(cms, [inquiry({ message })]);
    const row = await rowOf(referenceOf(answer));
    expect(row).toMatchObject({ status: 'spam', due_at: null });
    expect(JSON.parse(row.suspicions)).toEqual(['many-links', 'markup']);
    expect(JSON.stringify(mailsOf(cms))).not.toContain(referenceOf(answer));
  });

  describe('that are not proven', () => {
    async function unconfirmed(email: string) {
      const [answer] = await submit(cms, [inquiry({ email }, { proven: false })]);
      const mail = await mailWhere(cms, ({ to }) => to.address === email);
      const token = /confirmer\/\?token=([\w-]{43})/.exec(mail.text)?.[1] ?? '';
      return { reference: referenceOf(answer), mail, token };
    }

    it('wait for the visitor’s confirmation, which may come twice', async () => {
      const consents = (await ledger()).length;
      const { reference, mail, token } = await unconfirmed('a.confirmer@exemple.example');
      expect(mail.template).toBe('inquiry-confirm');
      expect(await rowOf(reference)).toMatchObject({ status: 'unconfirmed', due_at: null });
      expect(await tracesOf(cms, [token])).toEqual([]);
      for (let time = 0; time < 2; time += 1) {
        expect(await submit(cms, [confirmation(token)])).toEqual([{ outcome: 'accepted', reference }]);
      }
      expect(await rowOf(reference)).toMatchObject({ status: 'new', due_at: expect.any(Number) });
      await mailWhere(cms, ({ subject }) => subject.includes(reference));
      const added = (await ledger()).slice(consents);
      expect(added.map(({ kind }) => kind)).toEqual(['asked', 'confirmed']);
    });

    it('ask an address three times a day, and keep what comes beyond', async () => {
      const email = 'inonde@exemple.example';
      const sent = Array.from({ length: 6 }, () => inquiry({ email }, { proven: false }));
      const answers = await submit(cms, sent);
      for (const answer of answers) expect((await rowOf(referenceOf(answer))).status).toBe('unconfirmed');
      const later = 'apres@exemple.example';
      await submit(cms, [inquiry({ email: later }, { proven: false })]);
      await mailWhere(cms, ({ to }) => to.address === later);
      const mails = await cms.strapi.db
        .connection('passerelle_inquiry_events')
        .where({ kind: 'mail-withheld' });
      expect(mails).toHaveLength(3);
      expect(mailsOf(cms).filter(({ to }) => to.address === email).length).toBeLessThanOrEqual(3);
    });

    it('are confirmed once by many clicks at a time', async () => {
      const { reference, token } = await unconfirmed('clics@exemple.example');
      const consents = (await ledger()).length;
      const answers = await Promise.all(Array.from({ length: 10 }, () => submit(cms, [confirmation(token)])));
      for (const [answer] of answers) expect(answer).toEqual({ outcome: 'accepted', reference });
      expect((await ledger()).length - consents).toBe(1);
    });

    it('are not confirmed after 48 hours, or by a token of no one', async () => {
      const sentAt = new Date(Date.now() - 49 * HOUR).toISOString();
      const email = 'trop.tard@exemple.example';
      await submit(cms, [inquiry({ email }, { proven: false, receivedAt: sentAt })]);
      const mail = await mailWhere(cms, ({ to }) => to.address === email);
      const token = /token=([\w-]{43})/.exec(mail.text)?.[1] ?? '';
      expect(await submit(cms, [confirmation(token), confirmation('A'.repeat(43))])).toEqual([
        { outcome: 'refused', code: 'expired' },
        { outcome: 'refused', code: 'unknown-subject' },
      ]);
    });
  });

  describe('that are gone on with later', () => {
    const email = 'plus.tard@brouillon.example';
    const anyToken = () => randomBytes(32).toString('base64url');
    const tokens = Array.from({ length: 5 }, anyToken);
    const ofAnother = anyToken();
    const ofTheDayAfter = anyToken();
    const links = () => cms.strapi.db.connection('passerelle_draft_links');

    it('are mailed their link, in no table in clear; three a day to an address, and never told', async () => {
      const answers = await submit(
        cms,
        tokens.map((token) => continuation(email, token)),
      );
      expect(answers).toEqual(tokens.map(() => ({ outcome: 'accepted' })));
      const other = 'autre@brouillon.example';
      await submit(cms, [continuation(other, ofAnother)]);
      const mail = await mailWhere(cms, ({ to }) => to.address === other);
      expect(mail.template).toBe('inquiry-continue');
      for (const part of [mail.text, mail.html])
        expect(part).toContain(`/demarche/reprendre/?token=${ofAnother}`);
      expect(await links()).toHaveLength(4);
      await mailWhere(cms, () => mailsOf(cms).filter(({ to }) => to.address === email).length === 3);
      expect(await tracesOf(cms, [...tokens, ofAnother, email, other])).toEqual([]);
    });

    it('are mailed again the day after, and who was mailed is forgotten', async () => {
      const setting = inquirySettingOf(cms.strapi);
      const { clock } = setting;
      setting.clock = () => new Date(clock().getTime() + 25 * HOUR);
      try {
        await submit(cms, [continuation(email, ofTheDayAfter)]);
        await mailWhere(cms, ({ text }) => text.includes(ofTheDayAfter));
        expect(await links()).toHaveLength(5);
        await purgeInquiries(setting, new AbortController().signal);
        expect(await links()).toHaveLength(1);
      } finally {
        setting.clock = clock;
      }
    });
  });

  it('are nowhere in clear: not in any table, nor in the database’s files', async () => {
    const [answer] = await submit(cms, [inquiry(SECRETS)]);
    await mailWhere(cms, ({ subject }) => subject.includes(referenceOf(answer)));
    const reference = referenceOf(answer);
    expect(await tracesOf(cms, [reference])).toContain(
      `${reference} in table ${name === 'PostgreSQL' ? 'public.' : ''}passerelle_inquiries`,
    );
    const words = ['Canarisée', 'canari.visiteuse', 'canarifère', '5145550142'];
    expect(await tracesOf(cms, [...Object.values(SECRETS), ...words])).toEqual([]);
  });
});
