import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { expectLive, expectStatus, sendAsEditor, told } from './newsroom.ts';

const POLLS = '/content-manager/collection-types/api::poll.poll';
const SENT_AT_ONCE = 20;

export type Locale = 'fr-CA' | 'en-CA';

/** A published poll of three answers, `un`, `deux` and `trois`. */
export interface Poll {
  id: string;
  question: Record<Locale, string>;
  slug: Record<Locale, string>;
}

const LABELS: Record<Locale, readonly [string, string, string]> = {
  'fr-CA': ['La mer', 'La forêt', 'La ville'],
  'en-CA': ['The sea', 'The forest', 'The city'],
};
const KEYS = ['un', 'deux', 'trois'] as const;

function fieldsOf({ question, slug }: Poll, locale: Locale, settings: object): object {
  const options = KEYS.map((key, index) => ({ key, label: LABELS[locale][index] }));
  return {
    question: question[locale],
    slug: slug[locale],
    options,
    selection: 'single',
    resultsMode: 'after-vote',
    minVotesToShow: 0,
    ...settings,
  };
}

/** Writes and publishes a poll by the requests of the admin's own screens, French first; waits until it is live. */
export async function publishPoll(settings: object = {}): Promise<Poll> {
  const mark = randomBytes(4).toString('hex');
  const poll: Poll = {
    id: '',
    question: { 'fr-CA': `Où vivriez-vous, ${mark} ?`, 'en-CA': `Where would you live, ${mark}?` },
    slug: { 'fr-CA': `ou-vivre-${mark}`, 'en-CA': `where-to-live-${mark}` },
  };
  poll.id = await put(poll, 'fr-CA', settings);
  await put(poll, 'en-CA', settings);
  for (const locale of ['fr-CA', 'en-CA'] as const) await expectLive(pathOf(poll, locale), poll.id);
  return poll;
}

/** Gives a poll another address, which its old pages don't know. */
export async function renamePoll(poll: Poll): Promise<Poll> {
  const renamed = { ...poll, slug: { ...poll.slug, 'fr-CA': `${poll.slug['fr-CA']}-bis` } };
  await put(renamed, 'fr-CA', {});
  await expectLive(pathOf(renamed, 'fr-CA'), poll.id);
  return renamed;
}

async function put(poll: Poll, locale: Locale, settings: object): Promise<string> {
  const fields = fieldsOf(poll, locale, settings);
  const [method, path] =
    poll.id === '' ? (['POST', POLLS] as const) : (['PUT', `${POLLS}/${poll.id}`] as const);
  const saved = await sendAsEditor(method, `${path}?locale=${locale}`, fields);
  expect(saved.ok, await saved.clone().text()).toBe(true);
  const id: string = (await saved.json()).data.documentId;
  const published = await sendAsEditor('POST', `${POLLS}/${id}/actions/publish?locale=${locale}`, fields);
  expect(published.ok, await published.clone().text()).toBe(true);
  return id;
}

/** What staff do with a poll beside its edit view. */
export async function steer(
  poll: Poll,
  action: 'close' | 'extend' | 'reset',
  body: object = {},
): Promise<void> {
  const done = await sendAsEditor('POST', `/passerelle/polls/${poll.id}/${action}`, body);
  expect(done.status, await done.text()).toBe(204);
}

/** Takes a poll nobody has voted in off the site; waits until it is gone. */
export async function withdrawPoll(poll: Poll): Promise<void> {
  for (const locale of ['en-CA', 'fr-CA'] as const) {
    const done = await sendAsEditor('POST', `${POLLS}/${poll.id}/actions/unpublish?locale=${locale}`);
    expect(done.ok, await done.text()).toBe(true);
    await expectStatus(pathOf(poll, locale), 404);
  }
}

/** How many ballots the CMS has counted. */
export async function ballotsOf(poll: Poll): Promise<number> {
  const look = await sendAsEditor('GET', `/passerelle/polls/${poll.id}`);
  return (await look.json()).desk.counts.ballots;
}

export const pathOf = ({ slug }: Poll, locale: Locale): string =>
  locale === 'fr-CA' ? `/sondages/${slug[locale]}/` : `/en/polls/${slug[locale]}/`;
export const resultsPathOf = (poll: Poll, locale: Locale): string =>
  `${pathOf(poll, locale)}${locale === 'fr-CA' ? 'resultats' : 'results'}/`;
export const votePathOf = (poll: Poll, locale: Locale): string =>
  `${pathOf(poll, locale)}${locale === 'fr-CA' ? 'voter' : 'vote'}/`;
/** A page's whole address. */
export const siteUrl = (path: string): string => new URL(path, told('SITE_URL')).href;

/** An address of a network for tests (RFC 2544) that nothing was sent from before. */
export const freshAddress = (): string => `198.${18 + randomInt(2)}.${randomInt(256)}.${randomInt(1, 255)}`;

/**
 * Has people vote as the page's script does, each under a key of their own.
 *
 * @param address all of them come from; each from one of its own unless given.
 * @returns what each was told: an outcome or a refusal's code.
 */
export async function castVotes(poll: Poll, choices: readonly string[], address?: string): Promise<string[]> {
  const asked = await fetch(siteUrl(`/formulaires/jeton.json?form=vote&sujet=${poll.id}`), {
    headers: { 'x-forwarded-for': freshAddress() },
  });
  const { token, waitMs } = await asked.json();
  await new Promise((done) => setTimeout(done, waitMs + 100));
  const answers: string[] = [];
  for (let start = 0; start < choices.length; start += SENT_AT_ONCE) {
    const group = choices.slice(start, start + SENT_AT_ONCE);
    answers.push(...(await Promise.all(group.map((choice) => castVote(poll, choice, token, address)))));
  }
  return answers;
}

async function castVote(
  poll: Poll,
  choice: string,
  token: string,
  address = freshAddress(),
): Promise<string> {
  const response = await fetch(siteUrl(votePathOf(poll, 'fr-CA')), {
    method: 'POST',
    headers: { accept: 'application/json', origin: told('SITE_URL'), 'x-forwarded-for': address },
    body: new URLSearchParams({ poll: poll.id, choices: choice, key: randomUUID(), token, website: '' }),
  });
  const { code, outcome } = await response.json();
  return code ?? outcome;
}
