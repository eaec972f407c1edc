import { randomUUID } from 'node:crypto';
import {
  type DeskRefusal,
  type DeskView,
  deskRefusedSchema,
  deskViewsSchema,
  type InquiryDetail,
  type InquiryList,
  inquiryDetailSchema,
  inquiryListSchema,
  inquiryReportSchema,
  replyPreviewSchema,
  replyTemplatesSchema,
} from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signInAs, tokenFor } from '../support/accounts.ts';
import { answered } from '../support/answers.ts';
import { databases } from '../support/databases.ts';
import { inquiry, mailsOf, mailWhere, tracesOf } from '../support/inquiries.ts';
import type { TestCms } from '../support/strapi.ts';
import { submit } from '../support/votes.ts';

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
  const list = (query = '', token = agent.token): Promise<InquiryList> =>
    answered(cms.get(address(`?${query}`), token), inquiryListSchema);
  const found = (search: string): Promise<InquiryList> =>
    answered(cms.post(address('/search'), { search }, agent.token), inquiryListSchema);
  const look = (id: string, token = agent.token): Promise<InquiryDetail> =>
    answered(cms.get(address(`/${id}`), token), inquiryDetailSchema);
  /** Does something that is allowed, and gives the inquiry as it stands then. */
  const done = (path: string, body: object, token = agent.token): Promise<InquiryDetail> =>
    answered(cms.post(address(path), body, token), inquiryDetailSchema);
  async function refused(path: string, body: object, token = agent.token): Promise<DeskRefusal> {
    const { error } = await answered(cms.post(address(path), body, token), deskRefusedSchema, 409);
    return error.details.code;
  }

  describe('who may', () => {
    it('each what the role allows, and an editor nothing', async () => {
      const { id } = await taken();
      const reply = randomUUID();
      type Method = 'GET' | 'POST';
      const doors: [Method, string][] = [
        ['GET', ''],
        ['GET', '/counts'],
        ['POST', '/search'],
        ['GET', '/people'],
        ['GET', '/report?from=2026-01-01&to=2026-12-31'],
        ['GET', `/${id}`],
        ...['transition', 'details', 'notes', 'replies'].map((act): [Method, string] => [
          'POST',
          `/${id}/${act}`,
        ]),
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
      expect(await statuses(licensee.token)).toEqual([
        ok,
        ok,
        bad,
        ok,
        ok,
        ok,
        bad,
        bad,
        bad,
        bad,
        bad,
        no,
        no,
      ]);
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
    const absent = ['cherche', 'etudiante ailleurs', 'x@exemple.example', '418 555-0188', '%%', "' OR 1=1"];
    for (const search of absent) {
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

    it('is shown as it will be sent, and its invitation for files goes with it', async () => {
      const { id } = await taken({ email: 'fichiers@exemple.example' });
      const wish = { ...answer('advice', 1), files: 3 };
      const { version: _, ...shown } = wish;
      const preview = await answered(
        cms.post(address(`/${id}/preview`), shown, agent.token),
        replyPreviewSchema,
      );
      expect(preview.text).toContain('(nom de qui approuve)');
      const [waiting] = (await done(`/${id}/replies`, wish)).replies;
      expect(waiting).toMatchObject({ state: 'awaiting-approval', files: 3 });
      const kinds = ({ events }: InquiryDetail) => events.map(({ kind }) => kind);
      expect(kinds(await look(id))).not.toContain('files-invited');
      const approval = { version: 2, approve: true };
      expect(kinds(await done(`/${id}/replies/${waiting?.id}/decision`, approval, licensee.token))).toContain(
        'files-invited',
      );
      const sent = await mailWhere(cms, ({ to }) => to.address === 'fichiers@exemple.example');
      const mail = await mailWhere(cms, ({ to, template }) => {
        return to.address === sent.to.address && template === 'inquiry-reply';
      });
      const plain = (text: string) => text.replace(/token=[\w…-]+/, '').replace(/\(nom.*\)|Essai .*/, '');
      expect(plain(mail.text)).toBe(plain(preview.text));
      expect(mail.html).toMatch(/\/demarche\/fichiers\/\?token=[\w-]{43}"/);
      expect((await cms.post(address(`/${id}/preview`), shown, officer.token)).status).toBe(403);
    });

    it('of a template is in the visitor’s language, with fields that exist', async () => {
      const templates = cms.strapi.documents('api::reply-template.reply-template');
      const data = { name: 'Essai', subject: 'Votre demande', body: '{{salutation}} {{ reference }}' };
      const { documentId } = await templates.create({ locale: 'fr-CA', data });
      const listed = async (language: string) => {
        const asked = cms.get(address(`/templates?language=${language}`), agent.token);
        return (await answered(asked, replyTemplatesSchema)).templates;
      };
      const kept = { ...data, id: documentId, kind: 'information', asksForFiles: false };
      expect(await listed('fr-CA')).toEqual([kept]);
      expect(await listed('en-CA')).toEqual([]);
      const path = '/content-manager/collection-types/api::reply-template.reply-template?locale=fr-CA';
      const wrong = { ...data, replyKind: 'information', body: '{{courriel}}' };
      const refusal = await cms.post(path, wrong, licensee.token);
      expect(refusal.status).toBe(400);
      const said = { message: expect.stringContaining('{{prochaine-etape}}') };
      const place = { details: { errors: [{ path: ['body'] }] } };
      expect(await refusal.json()).toMatchObject({ error: { ...said, ...place } });
      expect((await cms.post(path, { ...wrong, body: 'Bonjour.' }, licensee.token)).status).toBe(201);
      for (const { token } of [agent, editor]) expect((await cms.post(path, data, token)).status).toBe(403);
      const { id } = await taken();
      const unfilled = { ...answer('information', 1), body: 'Bonjour {{nom}}' };
      expect((await cms.post(address(`/${id}/replies`), unfilled, agent.token)).status).toBe(400);
    });

    it('from a template of advice is advice, whoever sends it and however', async () => {
      const passage = 'Ce programme peut vous convenir, d’après ce que vous nous avez écrit.';
      await cms.strapi.documents('api::reply-template.reply-template').create({
        locale: 'fr-CA',
        data: {
          name: 'Conseil',
          replyKind: 'advice',
          subject: 'Votre question',
          body: `{{salutation}}\n\n${passage}`,
        },
      });
      const { id } = await taken();
      const body = `Bonjour,\n\n${passage.replaceAll(' ', '  ')} Bonne journée.`;
      for (const { token } of [agent, licensee]) {
        const information = { ...answer('information', 1), body };
        expect(await refused(`/${id}/replies`, information, token)).toBe('advice-as-information');
      }
      expect((await look(id)).replies).toEqual([]);
      const { replies } = await done(`/${id}/replies`, { ...answer('advice', 1), body });
      expect(replies).toMatchObject([{ kind: 'advice', state: 'awaiting-approval' }]);
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

  it('keeps views for whoever saved them, one of them shown first', async () => {
    const views = async (token: string, path = '', body?: object): Promise<DeskView[]> => {
      const at = address(`/views${path}`);
      const asked = body === undefined ? cms.get(at, token) : cms.post(at, body, token);
      return (await answered(asked, deskViewsSchema)).views;
    };
    const wish = (name: string) => ({ name, query: { priority: 'urgent', display: 'board' } });
    await views(agent.token, '', wish('Urgentes'));
    expect(await refused('/views', wish('Urgentes'))).toBe('view-name-taken');
    const [one, two] = await views(agent.token, '', wish('Été'));
    expect([one?.name, two?.name]).toEqual(['Été', 'Urgentes']);
    for (const view of [one, two]) await views(agent.token, `/${view?.id}`, { isDefault: true });
    expect(await refused(`/views/${one?.id}`, { name: 'Urgentes' })).toBe('view-name-taken');
    expect(await views(agent.token, `/${one?.id}`, { name: 'Congés' })).toEqual([
      { id: one?.id, ...wish('Congés'), isDefault: false },
      { id: two?.id, ...wish('Urgentes'), isDefault: true },
    ]);
    expect(await views(licensee.token)).toEqual([]);
    for (const path of [`/views/${two?.id}`, `/views/${two?.id}/removal`]) {
      expect((await cms.post(address(path), { name: 'À moi' }, licensee.token)).status).toBe(404);
    }
    const kept = { ...wish('X'), query: { search: 'x@exemple.example' } };
    expect((await cms.post(address('/views'), kept, agent.token)).status).toBe(400);
    expect(await views(agent.token, `/${two?.id}/removal`, {})).toHaveLength(1);
  });

  it('lets go of an account that is deleted: its views, and what it was working on', async () => {
    const leaving = await signInAs(cms, 'passerelle-intake-agent');
    const views = () => cms.strapi.db.connection('passerelle_desk_views').where({ staff: leaving.id });
    await cms.post(address('/views'), { name: 'Urgentes', query: { priority: 'urgent' } }, leaving.token);
    expect(await views()).toHaveLength(1);
    const [working, ended, other] = [await taken(), await taken(), await taken()];
    for (const { id } of [working, ended]) {
      await done(`/${id}/details`, { version: 1, assignee: leaving.id });
    }
    await done(`/${other.id}/details`, { version: 1, assignee: agent.id });
    const closed = await done(`/${ended.id}/transition`, { version: 2, to: 'closed', reason: 'Sans suite.' });

    const administrator = await tokenFor(cms, cms.administrator);
    const gone = await fetch(`${cms.address}/admin/users/${leaving.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${administrator}` },
    });
    expect(gone.status).toBe(200);
    await expect.poll(async () => (await look(working.id)).status, { timeout: 20_000 }).toBe('triaged');
    const released = await look(working.id);
    expect(released).toMatchObject({ assignee: null, version: 3 });
    expect(released.events.at(-1)).toMatchObject({
      ...{ kind: 'details', from: 'assigned', to: 'triaged', fields: ['assignee'] },
      actor: `#${leaving.id} (compte supprimé / account deleted)`,
    });
    expect(await views()).toEqual([]);
    // When it was changed last is from when on it is kept.
    const { assignee, changedAt } = await look(ended.id);
    expect({ assignee, changedAt }).toEqual({
      assignee: { id: leaving.id, name: `#${leaving.id}` },
      changedAt: closed.changedAt,
    });
    expect((await look(other.id)).assignee?.id).toBe(agent.id);
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
    const role: unknown = await cms.strapi
      .service('admin::role')
      .findOne({ code: 'passerelle-intake-agent' });
    const stored = await cms.strapi.db
      .query('admin::permission')
      .findMany({ where: { role: z.object({ id: z.number() }).parse(role).id }, orderBy: 'action' });
    expect(stored.map(({ action }: { action: string }) => action)).toEqual([
      'api::inquiry.read',
      'api::inquiry.work',
    ]);
  });
});
