import { randomUUID } from 'node:crypto';
import {
  type DeskRefusal,
  deskRefusedSchema,
  type InquiryDetail,
  type InquiryList,
  inquiryDetailSchema,
  inquiryListSchema,
  inquiryReportSchema,
} from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tokenFor } from '../support/accounts.ts';
import { databases } from '../support/databases.ts';
import { inquiry, mailsOf, mailWhere, tracesOf } from '../support/inquiries.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

const roleSchema = z.object({ id: z.number() });
const userSchema = z.object({ id: z.number() });

/** Signs in as somebody new of a role. */
async function signInAs(cms: TestCms, code: string): Promise<{ id: number; token: string }> {
  const role = roleSchema.parse(await cms.strapi.service('admin::role').findOne({ code }));
  const account = { email: `${randomUUID()}@passerelle.test`, password: `Aa1${randomUUID()}` };
  const user = await cms.strapi.service('admin::user').create({
    ...account,
    firstname: `Essai ${code.slice('passerelle-'.length)}`,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return { id: userSchema.parse(user).id, token: await tokenFor(cms, account) };
}

describe.each(databases)('the desk of inquiries on $name', ({ start }) => {
  let cms: TestCms;
  let agent: { id: number; token: string };
  let licensee: { id: number; token: string };
  let officer: { id: number; token: string };
  let editor: { id: number; token: string };
  beforeAll(async () => {
    cms = await start({ environment: { INQUIRY_NOTICE_EMAIL: 'bureau@passerelle.test' } });
    agent = await signInAs(cms, 'passerelle-intake-agent');
    licensee = await signInAs(cms, 'passerelle-licensee');
    officer = await signInAs(cms, 'passerelle-privacy-officer');
    editor = await signInAs(cms, 'strapi-editor');
  });
  afterAll(() => cms.stop());

  const address = (path = '') => `/passerelle/inquiries${path}`;
  async function taken(body: Parameters<typeof inquiry>[0] = {}, options = {}): Promise<InquiryDetail> {
    const [answer] = await submit(cms, [inquiry(body, options)]);
    const reference = answer?.outcome === 'accepted' ? answer.reference : undefined;
    const { inquiries } = await found(reference ?? '');
    return look(inquiries[0]?.id ?? '');
  }
  async function list(query = '', token = agent.token): Promise<InquiryList> {
    const response = await cms.get(address(`?${query}`), token);
    expect(response.status).toBe(200);
    return inquiryListSchema.parse(await response.json());
  }
  async function found(search: string): Promise<InquiryList> {
    const response = await cms.post(address('/search'), { search }, agent.token);
    expect(response.status).toBe(200);
    return inquiryListSchema.parse(await response.json());
  }
  async function look(id: string, token = agent.token): Promise<InquiryDetail> {
    const response = await cms.get(address(`/${id}`), token);
    expect(response.status).toBe(200);
    return inquiryDetailSchema.parse(await response.json());
  }
  /** Does something that is allowed, and gives the inquiry as it stands then. */
  async function done(path: string, body: object, token = agent.token): Promise<InquiryDetail> {
    const response = await cms.post(address(path), body, token);
    const answer: unknown = await response.json();
    expect(response.status, JSON.stringify(answer)).toBe(200);
    return inquiryDetailSchema.parse(answer);
  }
  async function refused(path: string, body: object, token = agent.token): Promise<DeskRefusal> {
    const response = await cms.post(address(path), body, token);
    expect(response.status).toBe(409);
    return deskRefusedSchema.parse(await response.json()).error.details.code;
  }

  describe('who may', () => {
    it('each what the role allows, and an editor nothing', async () => {
      const { id } = await taken();
      const reply = randomUUID();
      const doors: ['GET' | 'POST', string][] = [
        ['GET', ''],
        ['GET', '/counts'],
        ['POST', '/search'],
        ['GET', '/people'],
        ['GET', '/report?from=2026-01-01&to=2026-12-31'],
        ['GET', `/${id}`],
        ['POST', `/${id}/transition`],
        ['POST', `/${id}/details`],
        ['POST', `/${id}/notes`],
        ['POST', `/${id}/replies`],
        ['POST', `/${id}/replies/${reply}/decision`],
        ['POST', `/${id}/hold`],
        ['POST', '/export'],
      ];
      const statuses = (token: string | undefined) =>
        Promise.all(
          doors.map(async ([method, path]) => {
            const asked =
              method === 'GET' ? cms.get(address(path), token) : cms.post(address(path), {}, token);
            return (await asked).status;
          }),
        );
      const [ok, bad, no] = [200, 400, 403];
      expect(await statuses(agent.token)).toEqual([ok, ok, bad, ok, ok, ok, bad, bad, bad, bad, no, no, no]);
      expect(await statuses(licensee.token)).toEqual([ok, ok, bad, ok, ok, ok, bad, bad, bad, bad, bad, no, no]);
      expect(await statuses(officer.token)).toEqual([ok, ok, bad, ok, ok, ok, no, no, no, no, no, bad, bad]);
      expect(await statuses(editor.token)).toEqual(doors.map(() => no));
      for (const token of [undefined, cms.submitToken, cms.siteToken]) {
        expect(await statuses(token)).toEqual(doors.map(() => 401));
      }
    });
  });

  it('finds by reference, address, number and words of a name', async () => {
    const body = {
      name: 'Étudiante d’Essai-Cherchée',
      email: 'Cherchee+1@Exemple.example',
      telephone: '+14185550187',
    };
    const { reference, id } = await taken(body);
    const searches = [
      reference.toLowerCase().replaceAll('-', ''),
      'cherchee+1@exemple.example',
      '418 555-0187',
      'etudiante cherchee',
      'ESSAI',
    ];
    for (const search of searches) {
      const { inquiries } = await found(search);
      expect(inquiries.map((one) => one.id)).toContain(id);
    }
    for (const search of [
      'cherche',
      'etudiante ailleurs',
      'x@exemple.example',
      '418 555-0188',
      '%%',
      "' OR 1=1",
    ]) {
      const { inquiries } = await found(search);
      expect(inquiries).toEqual([]);
    }
  });

  it('takes no search in an address, where logs would keep it', async () => {
    const response = await cms.get(address('?search=visiteur%40exemple.example'), agent.token);
    expect(response.status).toBe(400);
  });

  it('filters, sorts and pages', async () => {
    const urgent = await taken({ deadline: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) });
    expect(urgent.priority).toBe('urgent');
    await done(`/${urgent.id}/details`, { version: 1, tags: ['à_suivre', '100%'], programme: 'pstq' });
    const plain = await taken();
    await done(`/${plain.id}/details`, { version: 1, tags: ['àXsuivre'] });
    const ids = async (query: string) => (await list(query)).inquiries.map(({ id }) => id);
    expect(await ids(`tag=${encodeURIComponent('à_suivre')}`)).toEqual([urgent.id]);
    expect(await ids(`tag=${encodeURIComponent('100%')}`)).toEqual([urgent.id]);
    expect(await ids('programme=pstq')).toEqual([urgent.id]);
    expect((await ids('sort=priority&order=desc'))[0]).toBe(urgent.id);
    expect(await ids('status=closed')).toEqual([]);
    expect(await ids('assignee=me')).toEqual([]);
    const all = await list('pageSize=100');
    const pages = await Promise.all([1, 2].map((page) => list(`pageSize=1&page=${page}`)));
    expect(pages.flatMap((one) => one.inquiries.map(({ id }) => id))).toEqual(
      all.inquiries.slice(0, 2).map(({ id }) => id),
    );
    expect(pages[0]?.total).toBe(all.total);
  });

  it('leads an inquiry through its life, with a timeline', async () => {
    const { id } = await taken();
    expect(await refused(`/${id}/transition`, { version: 1, to: 'converted' })).toBe(
      'transition-not-allowed',
    );
    expect(await refused(`/${id}/transition`, { version: 1, to: 'assigned' })).toBe('assignee-missing');
    expect(await refused(`/${id}/transition`, { version: 1, to: 'declined' })).toBe('reason-missing');
    expect(await refused(`/${id}/details`, { version: 1, assignee: editor.id })).toBe('assignee-unknown');
    await done(`/${id}/details`, {
      version: 1,
      assignee: licensee.id,
      nextAction: { text: 'Rappeler', day: '2026-12-01' },
    });
    await done(`/${id}/notes`, { text: 'Préfère le matin.' });
    const waiting = await done(`/${id}/transition`, { version: 2, to: 'awaiting-client' });
    expect(waiting).toMatchObject({ due: 'paused', nextAction: { text: 'Rappeler', day: '2026-12-01' } });
    await done(`/${id}/transition`, { version: 3, to: 'assigned' });
    const closed = await done(`/${id}/transition`, { version: 4, to: 'closed', reason: 'Sans suite.' });
    expect(closed).toMatchObject({ status: 'closed', due: 'none', version: 5 });
    expect(closed.events.map(({ kind, from, to, text }) => [kind, from, to, text])).toEqual([
      ['received', undefined, 'new', null],
      ['details', 'new', 'assigned', null],
      ['note', undefined, undefined, 'Préfère le matin.'],
      ['transition', 'assigned', 'awaiting-client', ''].map((one) => one || null),
      ['transition', 'awaiting-client', 'assigned', null],
      ['transition', 'assigned', 'closed', 'Sans suite.'],
    ]);
    expect(closed.events.at(-1)?.actor).toContain('Essai intake-agent');
    expect(closed.next).toEqual([{ to: 'assigned', needsReason: true }]);
    expect(await tracesOf(cms, ['Préfère le matin', 'Rappeler', 'Sans suite'])).toEqual([]);
  });

  it('keeps two who change it at once from writing over each other', async () => {
    const { id } = await taken();
    const attempts = await Promise.all(
      ['triaged', 'spam', 'triaged', 'spam'].map((to, index) =>
        cms.post(
          address(`/${id}/transition`),
          { version: 1, to },
          index % 2 === 0 ? agent.token : licensee.token,
        ),
      ),
    );
    expect(attempts.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    const late = attempts.find(({ status }) => status === 409);
    const { details } = deskRefusedSchema.parse(await late?.json()).error;
    expect(details.code).toBe('changed-meanwhile');
    expect(details.current?.version).toBe(2);
    expect((await look(id)).events).toHaveLength(2);
  });

  describe('an answer', () => {
    const answer = (kind: string, version: number) => ({
      version,
      kind,
      subject: 'Votre permis',
      body: 'Bonjour,\n\nVoici <b>une</b> réponse.',
    });

    it('of information goes by mail at once, and meets the target', async () => {
      const { id, reference } = await taken({ email: 'repondre@exemple.example' });
      const after = await done(`/${id}/replies`, answer('information', 1));
      expect(after).toMatchObject({ due: 'none', respondedAt: expect.any(String) });
      const mail = await mailWhere(cms, ({ template, subject }) => {
        return template === 'inquiry-reply' && subject.includes(reference);
      });
      expect(mail.to.address).toBe('repondre@exemple.example');
      expect(mail.html).toContain('Voici &lt;b&gt;une&lt;/b&gt; réponse.');
      expect(mail.text).toContain('information générale');
      expect(await tracesOf(cms, ['Votre permis', 'une</b> réponse'])).toEqual([]);
    });

    it('of advice waits for a licensee, who sends it or sends it back, once', async () => {
      const { id, reference } = await taken({ email: 'conseil@exemple.example' });
      const proposed = await done(`/${id}/replies`, answer('advice', 1));
      expect(proposed).toMatchObject({ respondedAt: null, replies: [{ state: 'awaiting-approval' }] });
      const [waiting] = proposed.replies;
      const decision = `/${id}/replies/${waiting?.id}/decision`;
      expect((await cms.post(address(decision), { version: 2, approve: true }, agent.token)).status).toBe(
        403,
      );
      expect(await refused(decision, { version: 2, approve: false }, licensee.token)).toBe('reason-missing');
      const back = { version: 2, approve: false, reason: 'À préciser.' };
      expect((await done(decision, back, licensee.token)).replies[0]?.state).toBe('sent-back');
      expect(await refused(decision, { version: 3, approve: true }, licensee.token)).toBe(
        'reply-not-waiting',
      );

      const again = (await done(`/${id}/replies`, answer('advice', 3))).replies.at(-1);
      const approval = { version: 4, approve: true };
      const path = `/${id}/replies/${again?.id}/decision`;
      const both = await Promise.all([1, 2].map(() => cms.post(address(path), approval, licensee.token)));
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      await mailWhere(cms, ({ subject }) => subject === `Votre permis [${reference}]`);
      expect(mailsOf(cms).filter(({ subject }) => subject === `Votre permis [${reference}]`)).toHaveLength(1);
      expect((await look(id)).replies.map(({ state }) => state)).toEqual(['sent-back', 'sent']);
    });

    it('by a licensee needs nobody else', async () => {
      const { id } = await taken();
      const { replies } = await done(`/${id}/replies`, answer('advice', 1), licensee.token);
      expect(replies[0]?.state).toBe('sent');
    });

    it('goes to no address that isn’t confirmed', async () => {
      const { id } = await taken({}, { proven: false });
      expect(await refused(`/${id}/replies`, answer('information', 1))).toBe('not-confirmed');
    });
  });

  it('writes down who has read and exported what, and why', async () => {
    const { id, reference } = await taken({ name: '=cmd|calc', country: null });
    await look(id, officer.token);
    const audit = (action: string) =>
      cms.strapi.db.connection('passerelle_audit').where({ action }).orderBy('id', 'desc').first();
    expect(await audit('inquiry-read')).toMatchObject({
      subject: `inquiry/${reference}`,
      actor: expect.stringContaining('Essai privacy-officer'),
    });
    const wish = { reason: 'Demande d’accès', search: reference };
    const response = await cms.post(address('/export'), wish, officer.token);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="demandes-/);
    const csv = await response.text();
    expect(csv).toContain("'=cmd|calc");
    expect(csv).toContain(reference);
    const { detail } = await audit('inquiries-exported');
    expect(JSON.parse(detail)).toEqual({ references: [reference], reason: 'Demande d’accès' });
    expect((await cms.post(address('/export'), { search: reference }, officer.token)).status).toBe(400);
  });

  it('reports how long answers took, and counts for the home page', async () => {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const path = address(`/report?from=${day(-7)}&to=${day(1)}`);
    const report = inquiryReportSchema.parse(await (await cms.get(path, agent.token)).json());
    expect(report.all.answered).toBeGreaterThanOrEqual(3);
    expect(report.all.received).toBeGreaterThan(report.all.answered);
    const csv = await (await cms.get(`${path}&format=csv&language=en`, agent.token)).text();
    expect(csv.split('\r\n')[0]).toBe(
      'Grouped by,Value,Received,Answered,Median (hours),90th percentile (hours)',
    );
    expect((await cms.get(address('/report?from=2026-02-01&to=2026-01-01'), agent.token)).status).toBe(400);
    const counts: unknown = await (await cms.get(address('/counts'), licensee.token)).json();
    expect(counts).toMatchObject({ spam: expect.any(Number), mine: expect.any(Number), late: 0 });
  });

  it('gives roles once, and leaves what an administrator has changed', async () => {
    const role = roleSchema.parse(
      await cms.strapi.service('admin::role').findOne({ code: 'passerelle-intake-agent' }),
    );
    const stored = await cms.strapi.db
      .query('admin::permission')
      .findMany({ where: { role: role.id }, orderBy: 'action' });
    expect(stored.map(({ action }: { action: string }) => action)).toEqual([
      'api::inquiry.read',
      'api::inquiry.work',
    ]);
  });
});
