import { createHash } from 'node:crypto';
import { type Entry, type Poll, REFUSAL_STATUS, refusalCodeSchema } from '@passerelle/contracts';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { poll } from './support/entries.ts';
import { siteApp, type Visitor } from './support/site-app.ts';

/** The poll's pages of the built site, voted in as a browser without a script would, and as the script does. */

const inBoth = (french: Poll, slug: string, question: string): Poll[] => [
  french,
  { ...french, locale: 'en-CA', slug, question },
];
const OPEN = poll('ouvert', { minVotesToShow: 2 });
const MANY = poll('plusieurs', { selection: 'multiple', max: 2, resultsMode: 'always', minVotesToShow: 0 });
const COMING = poll('a-venir', { state: 'upcoming', opensAt: '2027-01-11T14:00:00Z' });
/** Of the count below, by `sha256sum`. */
const HASH = '552bd4a6da499a023819fa9dce8b4c829f2e5a190ae706ce3894f37d2e999a2b';
const CLOSED = poll('clos', {
  state: 'closed',
  final: {
    closedAt: '2026-11-20T21:00:00Z',
    hash: HASH,
    ballots: 1200,
    options: [
      { key: 'quebec', count: 700 },
      { key: 'ailleurs', count: 400 },
      { key: 'indecis', count: 100 },
    ],
  },
});
const CONTENT: Entry[] = [
  ...inBoth(OPEN, 'open', 'Question of open?'),
  ...inBoth(MANY, 'several', 'Question of several?'),
  ...inBoth(COMING, 'coming', 'Question of coming?'),
  ...inBoth(CLOSED, 'closed', 'Question of closed?'),
];
const ID = OPEN.documentId;
const KEY = '6f1f0d5c-9a1e-4c57-8a4c-0c3f5a3a9d11';
const VOTE = '/sondages/ouvert/voter/';
const choose = (key: string, id = ID) =>
  [
    ['poll', id],
    ['choices', key],
  ] as const;
const SCRIPT = { accept: 'application/json' };

const documentOf = async (response: Response): Promise<Document> => parseHTML(await response.text()).document;
const textOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();

/** What a browser would send from a form of the page. */
function fieldsOf(document: Document, selector = '.poll-confirm'): [string, string][] {
  return [...document.querySelectorAll(`${selector} input`)]
    .filter((input) => input.getAttribute('type') !== 'radio' || input.hasAttribute('checked'))
    .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']);
}

/** Votes without a script. @returns the answer to the confirmation. */
async function confirmVote(visitor: Visitor, path: string, fields: (readonly [string, string])[]) {
  const confirmation = await visitor.post(path, fields);
  expect(confirmation.status).toBe(200);
  return await visitor.post(path, fieldsOf(await documentOf(confirmation)));
}

async function token(visitor: Visitor, id = ID): Promise<string> {
  const response = await visitor.get(`/formulaires/jeton.json?form=vote&sujet=${id}`);
  return (await response.json()).token;
}

describe('pages that are files', () => {
  test('each state of a poll has its page, in both languages', async () => {
    const { visitor } = await siteApp(CONTENT);
    const pages = [
      ['/sondages/', '/en/polls/'],
      ['/sondages/ouvert/', '/en/polls/open/'],
      ['/sondages/a-venir/', '/en/polls/coming/'],
      ['/sondages/clos/', '/en/polls/closed/'],
    ];
    for (const [french = '', english = ''] of pages) {
      const [fr, en] = await Promise.all(
        [french, english].map((path) => visitor().get(path).then(documentOf)),
      );
      expect(fr?.querySelectorAll('h1'), french).toHaveLength(1);
      expect(fr?.querySelector('.language-switch')?.getAttribute('href')).toBe(english);
      expect(en?.querySelector('.language-switch')?.getAttribute('href')).toBe(french);
    }
    const open = await visitor().get('/sondages/ouvert/').then(documentOf);
    expect(open.querySelector('form')?.getAttribute('action')).toBe(VOTE);
    expect(open.querySelectorAll('input[type=radio]')).toHaveLength(3);
    const several = await visitor().get('/en/polls/several/').then(documentOf);
    expect(several.querySelectorAll('input[type=checkbox]')).toHaveLength(3);
    const coming = await visitor().get('/sondages/a-venir/').then(documentOf);
    expect(coming.querySelector('main form')).toBeNull();
    expect(textOf(coming, '.poll-time')).toContain('11 janvier 2027 à 9 h 00');
  });

  test('a closed poll shows its final count, whole, and what proves it', async () => {
    const { visitor } = await siteApp(CONTENT);
    const document = await visitor().get('/sondages/clos/').then(documentOf);
    const cells = (selector: string) =>
      [...document.querySelectorAll(selector)].map((cell) => cell.textContent);
    expect(cells('.poll-share')).toEqual(['59\u00a0%', '33\u00a0%', '8\u00a0%']);
    expect(cells('.poll-count')).toEqual(['700', '400', '100']);
    expect(textOf(document, '.poll-ballots')).toBe('1 200 votes au total');
    expect(document.querySelector('.poll-bar-fill')?.getAttribute('width')).toBe('59');
    expect(textOf(document, '.poll-proof code')).toBe(HASH);
    expect(textOf(document, '.poll-notice')).toContain('non scientifique');
  });

  test('the text of a final count has the hash that the page tells', async () => {
    const { visitor } = await siteApp(CONTENT);
    const page = await visitor().get('/en/polls/closed/').then(documentOf);
    for (const path of [
      page.querySelector('.poll-proof a')?.getAttribute('href') ?? '',
      '/sondages/clos/decompte.txt',
    ]) {
      const text = await visitor().get(path);
      expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(
        createHash('sha256')
          .update(await text.text())
          .digest('hex'),
      ).toBe(HASH);
    }
    expect((await visitor().get('/sondages/ouvert/decompte.txt')).status).toBe(404);
  });

  test('a script is loaded where there is an open poll, and nowhere else', async () => {
    const { visitor } = await siteApp(CONTENT);
    const scripts = async (path: string) =>
      (await visitor().get(path).then(documentOf)).querySelectorAll('script[src]').length;
    expect(await scripts('/sondages/ouvert/')).toBe(1);
    expect(await scripts('/')).toBe(1);
    for (const path of ['/sondages/', '/sondages/clos/', '/sondages/a-venir/', '/nouvelles/']) {
      expect(await scripts(path), path).toBe(0);
    }
  });
});

describe('a vote without a script', () => {
  test.each([
    [
      '/sondages/ouvert/voter/',
      '/sondages/ouvert/resultats/',
      '/en/polls/open/results/',
      'Confirmez votre vote',
    ],
    ['/en/polls/open/vote/', '/en/polls/open/results/', '/sondages/ouvert/resultats/', 'Confirm your vote'],
  ])('%s confirms, counts and leads to the results', async (path, results, other, title) => {
    const { visitor, taken, castBefore } = await siteApp(CONTENT);
    castBefore(ID, ['ailleurs'], 1);
    const browser = visitor();
    const confirmation = await browser.post(path, [...choose('quebec')]);
    expect(confirmation.status).toBe(200);
    expect(confirmation.headers.get('cache-control')).toBe('no-store');
    expect(browser.cookies.size).toBe(0);
    expect(taken).toEqual([]);
    const document = await documentOf(confirmation);
    expect(textOf(document, 'h1')).toBe(title);
    expect(textOf(document, '.poll-chosen li')).toBe('Le Québec');
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');

    const voted = await browser.post(path, fieldsOf(document));
    expect([voted.status, voted.headers.get('location')]).toEqual([303, `${results}#choix-quebec`]);
    expect(voted.headers.get('set-cookie')).toMatch(
      new RegExp(`^__Host-sondage-${ID}=[\\w.-]+; Max-Age=\\d+; Path=/; Secure; HttpOnly; SameSite=Lax$`),
    );
    expect(taken).toMatchObject([{ form: 'vote', body: { poll: ID, choices: ['quebec'] } }]);

    const page = await browser.get(results).then(documentOf);
    expect(
      [...page.querySelectorAll('.poll-share')].map((cell) => cell.textContent?.replace(/\D/g, '')),
    ).toEqual(['50', '50', '0']);
    expect(page.querySelector('tr#choix-quebec')).not.toBeNull();
    expect(page.querySelectorAll('[role=status]')).toHaveLength(1);
    expect(page.querySelector('.language-switch')?.getAttribute('href')).toBe(other);
  });

  test('the confirmation sent twice counts once, and answers the same', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    const fields = fieldsOf(await documentOf(await browser.post(VOTE, [...choose('quebec')])));
    const answers = await Promise.all([browser.post(VOTE, fields), browser.post(VOTE, fields)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(taken).toHaveLength(1);
  });

  test('no choice shows the question again, with what is missing beside it', async () => {
    const { visitor } = await siteApp(CONTENT);
    const response = await visitor().post(VOTE, [['poll', ID]]);
    expect(response.status).toBe(422);
    const document = await documentOf(response);
    expect(textOf(document, 'title')).toMatch(/^Erreur : /);
    const link = document.querySelector('.poll-summary a');
    expect(link?.textContent).toBe('Choisissez une réponse avant de voter.');
    expect(document.querySelector(link?.getAttribute('href') ?? '')?.getAttribute('type')).toBe('radio');
    expect(document.querySelector('.poll-error')?.hasAttribute('hidden')).toBe(false);
  });

  test('too many choices are kept, to be reduced', async () => {
    const { visitor } = await siteApp(CONTENT);
    const fields = ['quebec', 'ailleurs', 'indecis'].map((key) => ['choices', key] as const);
    const response = await visitor().post('/sondages/plusieurs/voter/', [
      ['poll', MANY.documentId],
      ...fields,
    ]);
    expect(response.status).toBe(422);
    const document = await documentOf(response);
    expect(textOf(document, '.poll-error')).toBe('Choisissez au plus 2 réponses.');
    expect(document.querySelectorAll('input[checked]')).toHaveLength(3);
  });

  test('of several choices each share is one of the ballots', async () => {
    const { visitor, castBefore } = await siteApp(CONTENT);
    castBefore(MANY.documentId, ['quebec', 'indecis'], 3);
    const fields = [...choose('quebec', MANY.documentId), ['choices', 'ailleurs'] as const];
    const browser = visitor();
    const voted = await confirmVote(browser, '/sondages/plusieurs/voter/', fields);
    expect(voted.headers.get('location')).toBe('/sondages/plusieurs/resultats/#resultats');
    const page = await browser.get('/sondages/plusieurs/resultats/').then(documentOf);
    expect([...page.querySelectorAll('.poll-share')].map((cell) => cell.textContent)).toEqual([
      '100\u00a0%',
      '25\u00a0%',
      '75\u00a0%',
    ]);
    expect(textOf(page, '.poll-ballots')).toMatch(/^4 votes au total\. Plusieurs réponses/);
  });

  test('a page kept since an earlier release votes, whatever slug it has', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const voted = await confirmVote(visitor(), '/sondages/ancien-nom/voter/', [...choose('quebec')]);
    expect(voted.headers.get('location')).toBe('/sondages/ouvert/resultats/#choix-quebec');
    expect(taken).toHaveLength(1);
  });

  test('a poll that closes while it is open on screen answers 410 with its results', async () => {
    const { visitor, circumstances, castBefore } = await siteApp(CONTENT);
    castBefore(ID, ['indecis'], 4);
    const browser = visitor();
    const confirmation = await documentOf(await browser.post(VOTE, [...choose('quebec')]));
    circumstances.closed.add(ID);
    const late = await browser.post(VOTE, fieldsOf(confirmation));
    expect(late.status).toBe(410);
    expect(browser.cookies.size).toBe(0);
    const document = await documentOf(late);
    expect(textOf(document, 'h1')).toBe('Le vote est terminé');
    expect(textOf(document, '[data-key=indecis] .poll-count')).toBe('4');

    const after = await visitor().post('/sondages/clos/voter/', [...choose('quebec', CLOSED.documentId)]);
    expect(after.status).toBe(410);
    expect(textOf(await documentOf(after), '[data-key=quebec] .poll-count')).toBe('700');
  });

  test('who has voted is told so, with the results and no other cookie', async () => {
    const { visitor, castBefore } = await siteApp(CONTENT);
    castBefore(ID, ['indecis'], 4);
    const browser = visitor();
    await confirmVote(browser, VOTE, [...choose('quebec')]);
    const again = await confirmVote(browser, VOTE, [...choose('ailleurs')]);
    expect(again.status).toBe(409);
    expect(again.headers.get('set-cookie')).toBeNull();
    const document = await documentOf(again);
    expect(textOf(document, 'h1')).toBe('Vous avez déjà voté');
    expect(document.querySelector('.poll-table')).not.toBeNull();
  });

  test('a hidden field is filled in, whatever with', async () => {
    const { visitor, taken } = await siteApp(CONTENT);
    const browser = visitor();
    for (const filled of ['x', 'x'.repeat(20_000)]) {
      const confirmation = fieldsOf(await documentOf(await browser.post(VOTE, [...choose('quebec')])));
      const fields = confirmation.filter(([name]) => name !== 'website');
      expect((await browser.post(VOTE, [...fields, ['website', filled]])).status).toBe(422);
    }
    expect(taken).toEqual([]);
  });

  test('who voted before the poll was reset votes anew', async () => {
    const { visitor, reset } = await siteApp(CONTENT);
    const browser = visitor();
    await confirmVote(browser, VOTE, [...choose('quebec')]);
    reset(ID);
    expect((await confirmVote(browser, VOTE, [...choose('ailleurs')])).status).toBe(303);
  });

  test('with the CMS away it is received, and the page says so', async () => {
    const { visitor, circumstances } = await siteApp(CONTENT);
    circumstances.cmsAway = true;
    const browser = visitor();
    const voted = await confirmVote(browser, VOTE, [...choose('quebec')]);
    expect([voted.status, voted.headers.get('location')]).toEqual([
      303,
      '/sondages/ouvert/resultats/?etat=recu',
    ]);
    const page = await browser.get('/sondages/ouvert/resultats/?etat=recu').then(documentOf);
    expect(textOf(page, '.poll-status')).toContain('reçu, en traitement');
    expect(textOf(page, '.poll-hidden')).toContain('ne peuvent être lus');
    const stranger = await visitor().get('/sondages/ouvert/resultats/?etat=recu').then(documentOf);
    expect(textOf(stranger, '.poll-status')).not.toContain('reçu');
  });

  test.each(['expired', 'too-fast', 'trapped', 'proof-wrong'] as const)(
    '%s asks to confirm again, the choice kept and the token fresh',
    async (code) => {
      const { visitor, circumstances } = await siteApp(CONTENT);
      const browser = visitor();
      const first = fieldsOf(await documentOf(await browser.post(VOTE, [...choose('quebec')])));
      circumstances.refuseNext = code;
      const refused = await browser.post(VOTE, first);
      expect(refused.status).toBe(422);
      const document = await documentOf(refused);
      expect(textOf(document, 'title')).toMatch(/^Erreur : /);
      expect(textOf(document, '.poll-chosen li')).toBe('Le Québec');
      expect(Object.fromEntries(fieldsOf(document)).token).not.toBe(Object.fromEntries(first).token);
      expect((await browser.post(VOTE, fieldsOf(document))).status).toBe(303);
    },
  );

  test('a network that runs hot needs a script: without one, words and a telephone', async () => {
    const { visitor, circumstances } = await siteApp(CONTENT);
    circumstances.challenge = { parameters: {} };
    const response = await visitor().post(VOTE, [...choose('quebec')]);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('600');
    const document = await documentOf(response);
    expect(document.querySelector('.poll-page a[href^="tel:"]')).not.toBeNull();
  });

  test('what is not a form, and a poll there is not, are told so', async () => {
    const { visitor } = await siteApp(CONTENT);
    const unknown = await visitor().post('/sondages/rien/voter/', [...choose('quebec', 'x'.repeat(24))]);
    expect(unknown.status).toBe(404);
    expect(textOf(await documentOf(unknown), 'h1')).toBe('Ce sondage n’existe pas');
    const early = await visitor().post('/en/polls/coming/vote/', [...choose('quebec', COMING.documentId)]);
    expect(early.status).toBe(409);
    const visit = await visitor().get(VOTE);
    expect([visit.status, visit.headers.get('location')]).toEqual([302, '/sondages/ouvert/']);
  });
});

describe('every refusal of the guards', () => {
  test.each(refusalCodeSchema.options)('%s has its status and its words in both languages', async (code) => {
    const { visitor, circumstances } = await siteApp(CONTENT);
    for (const [locale, path] of [
      ['fr-CA', VOTE],
      ['en-CA', '/en/polls/open/vote/'],
    ] as const) {
      circumstances.refuseNext = code;
      const response = await visitor().post(path, [...choose('quebec'), ['key', KEY], ['token', 't']]);
      expect(response.status).toBe(REFUSAL_STATUS[code]);
      const document = await documentOf(response);
      expect(document.documentElement.getAttribute('lang')).toBe(locale);
      expect(document.querySelectorAll('h1')).toHaveLength(1);
      const { title, text } = messages(locale).polls.refusals[code];
      const said = document.querySelector('main')?.textContent ?? '';
      if (code !== 'invalid') expect([said.includes(title), said.includes(text)]).toEqual([true, true]);

      circumstances.refuseNext = code;
      const reply = await visitor().post(path, [...choose('quebec'), ['key', KEY], ['token', 't']], SCRIPT);
      expect(reply.status).toBe(REFUSAL_STATUS[code]);
      expect(await reply.json()).toMatchObject({ outcome: 'refused', code, message: expect.any(String) });
    }
  });
});

describe('a vote with a script', () => {
  test('is answered with words and the table, under the same address', async () => {
    const { visitor, castBefore } = await siteApp(CONTENT);
    castBefore(ID, ['ailleurs'], 1);
    const browser = visitor();
    const fields = [...choose('quebec'), ['key', KEY], ['token', await token(browser)]] as const;
    const response = await browser.post(VOTE, fields, SCRIPT);
    expect(response.status).toBe(200);
    expect(browser.cookies.has(`__Host-sondage-${ID}`)).toBe(true);
    const reply = await response.json();
    expect(reply).toMatchObject({
      outcome: 'accepted',
      code: null,
      message: messages('fr-CA').polls.accepted,
    });
    expect(reply.results.rows[0]).toEqual({
      key: 'quebec',
      share: '50\u00a0%',
      count: '1',
      width: 50,
      leads: true,
    });
    const again = await browser.post(VOTE, fields, SCRIPT);
    expect((await again.json()).outcome).toBe('accepted');
    const results = await browser.get('/sondages/ouvert/resultats/', SCRIPT);
    expect(await results.json()).toMatchObject({
      outcome: 'shown',
      results: { ballots: '2 votes au total' },
    });
  });

  test('another tab that has voted is answered kindly, with the results', async () => {
    const { visitor, castBefore } = await siteApp(CONTENT);
    castBefore(ID, ['ailleurs'], 3);
    const browser = visitor();
    await confirmVote(browser, VOTE, [...choose('quebec')]);
    const fields = [...choose('indecis'), ['key', KEY], ['token', await token(browser)]] as const;
    const response = await browser.post(VOTE, fields, SCRIPT);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'already-done',
      results: { ballots: '4 votes au total' },
    });
  });

  test('a form sent again with another choice keeps the first one, and shows the results', async () => {
    const { visitor, castBefore } = await siteApp(CONTENT);
    castBefore(ID, ['ailleurs'], 3);
    const browser = visitor();
    const sent = async (choice: string) =>
      browser.post(VOTE, [...choose(choice), ['key', KEY], ['token', await token(browser)]], SCRIPT);
    await sent('quebec');
    const other = await sent('indecis');
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({
      code: 'key-reused',
      results: { ballots: '4 votes au total' },
    });
  });

  test('with the CMS away is received, and says why there are no results', async () => {
    const { visitor, circumstances } = await siteApp(CONTENT);
    circumstances.cmsAway = true;
    const browser = visitor();
    const fields = [...choose('quebec'), ['key', KEY], ['token', await token(browser)]] as const;
    const response = await browser.post(VOTE, fields, SCRIPT);
    expect(response.status).toBe(202);
    const reply = await response.json();
    expect(reply).toMatchObject({ outcome: 'received', results: null });
    expect(reply.message).toContain('ne peuvent être lus');
  });

  test('a token is made for polls there are, and for nothing else', async () => {
    const { visitor } = await siteApp(CONTENT);
    const ask = async (query: string) => (await visitor().get(`/formulaires/jeton.json?${query}`)).status;
    expect(await ask(`form=vote&sujet=${ID}`)).toBe(200);
    expect(await ask(`form=vote&sujet=${'x'.repeat(24)}`)).toBe(404);
    expect(await ask(`form=autre&sujet=${ID}`)).toBe(404);
    expect(await ask('form=vote&sujet=../..')).toBe(404);
  });
});

describe('results', () => {
  test('wait for the vote, for enough votes and for the end, and say so', async () => {
    const after = poll('apres', { resultsMode: 'after-close' });
    const staff = poll('interne', { resultsMode: 'staff' });
    const { visitor, castBefore } = await siteApp([...CONTENT, after, staff]);
    const reason = async (slug: string, browser = visitor()) =>
      textOf(await documentOf(await browser.get(`/sondages/${slug}/resultats/`)), '.poll-hidden');
    expect(await reason('ouvert')).toContain('une fois que vous avez voté');
    expect(await reason('apres')).toContain('à la fin du vote');
    expect(await reason('interne')).toContain('ne sont pas publics');
    expect(await reason('a-venir')).toContain('pas encore ouvert');
    const browser = visitor();
    await confirmVote(browser, VOTE, [...choose('quebec')]);
    expect(await reason('ouvert', browser)).toContain('à partir de 2 votes');
    castBefore(ID, ['indecis'], 1);
    expect(await reason('ouvert', browser)).toBeUndefined();
    expect(await reason('plusieurs')).toBeUndefined();
  });

  test('of a slug that is no more lead to where the poll was', async () => {
    const { visitor } = await siteApp(CONTENT);
    const response = await visitor().get('/sondages/ancien-nom/resultats/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/sondages/ancien-nom/']);
  });

  test('a cookie that is not ours shows nothing', async () => {
    const { visitor } = await siteApp(CONTENT);
    const browser = visitor();
    browser.cookies.set(`__Host-sondage-${ID}`, 'AAAAAAAAAAAAAAAAAAAAAA.forged');
    const page = await browser.get('/sondages/ouvert/resultats/').then(documentOf);
    expect(page.querySelector('.poll-table')).toBeNull();
  });
});
