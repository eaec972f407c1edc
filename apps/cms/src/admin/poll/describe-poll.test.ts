import { expect, test } from 'vitest';
import { type PollDesk, pollEventSchema } from '../../api/poll/domain/answers.ts';
import { pollEn } from '../i18n/poll/en.ts';
import { pollFr } from '../i18n/poll/fr.ts';
import { describeEvent, describePoll } from './describe-poll.ts';

const now = new Date('2026-11-24T15:00:00Z');
const desk: PollDesk = {
  documentId: 'k3j4h5g6f7d8s9a0',
  published: true,
  state: 'open',
  opensAt: null,
  closesAt: null,
  closedAt: null,
  countsAt: null,
  counts: null,
  labels: {},
  hash: null,
  hours: [],
  history: [],
};
const inFrench = (rest: Partial<PollDesk>) => describePoll({ ...desk, ...rest }, pollFr, 'fr', now);
const inEnglish = (rest: Partial<PollDesk>) => describePoll({ ...desk, ...rest }, pollEn, 'en', now);

test('unpublished: what to do', () => {
  const said = inFrench({ published: false, state: 'upcoming' });
  expect(said).toMatchObject({ tone: 'neutral', headline: 'Pas publié' });
  expect(said.lines).toEqual([expect.stringContaining('en français\u00a0:')]);
});

test('upcoming: when it opens and closes; what should have opened will within a minute', () => {
  const upcoming = { state: 'upcoming', closesAt: '2027-01-31T21:00:00Z' } as const;
  expect(inFrench({ ...upcoming, opensAt: '2026-11-24T17:30:00Z' })).toEqual({
    tone: 'secondary',
    headline: 'À venir',
    lines: ['S’ouvre aujourd’hui à 12:30.', 'Se ferme le 31 janvier 2027 à 16:00.'],
  });
  expect(inFrench({ ...upcoming, opensAt: '2026-11-24T14:59:59Z' }).lines[0]).toBe('S’ouvre dans la minute.');
  expect(inFrench({ ...upcoming, opensAt: null }).lines[0]).toBe('S’ouvre dans la minute.');
});

test('open, with a closing and without', () => {
  expect(inFrench({ closesAt: '2027-07-31T21:00:00Z' })).toEqual({
    tone: 'success',
    headline: 'Ouvert',
    lines: ['Se ferme le 31 juillet 2027 à 17:00.'],
  });
  expect(inEnglish({ closesAt: '2026-11-24T21:00:00Z' }).lines).toEqual(['Closes today at 16:00.']);
  expect(inFrench({}).lines).toEqual(['Aucune fermeture n’est prévue.']);
});

test('closed, then counted out', () => {
  const closed = { closedAt: '2026-11-24T14:30:00Z', countsAt: '2026-11-24T15:30:00Z' };
  expect(inFrench({ ...closed, state: 'closed' })).toMatchObject({
    tone: 'warning',
    headline: 'Fermé',
    lines: ['Fermé aujourd’hui à 09:30.', expect.stringContaining('aujourd’hui à 10:30')],
  });
  expect(inEnglish({ ...closed, countsAt: null, state: 'final' })).toMatchObject({
    headline: 'Counted out',
    lines: ['Closed today at 09:30.', expect.stringContaining('final')],
  });
});

test.each(pollEventSchema.shape.action.options)(
  '%s has words in both languages, with and without a detail',
  (action) => {
    for (const [words, language] of [
      [pollFr, 'fr'],
      [pollEn, 'en'],
    ] as const) {
      for (const detail of [null, 'ceci', '2026-12-01T22:00:00.000Z']) {
        const event = { at: '2026-11-23T15:00:00Z', actor: null, action, detail };
        expect(describeEvent(event, words, language, now)).toEqual({
          what: expect.stringMatching(/^\p{Lu}\p{Ll}/u),
          when: expect.stringContaining('10:00'),
          who: words.byItself,
        });
      }
    }
  },
);

test('an event tells its detail and who it was', () => {
  const by = { at: '2026-11-24T14:00:00Z', actor: 'Prénom Nom (#3)' };
  const extended = { ...by, action: 'extended', detail: '2026-12-01T22:00:00.000Z' } as const;
  expect(describeEvent(extended, pollFr, 'fr', now)).toEqual({
    what: 'Prolongé jusqu’au 1 décembre 2026 à 17:00',
    when: '09:00',
    who: 'par Prénom Nom (#3)',
  });
  const reset = { ...by, action: 'reset', detail: 'Essai avant l’ouverture' } as const;
  expect(describeEvent(reset, pollFr, 'fr', now).what).toBe('Réinitialisé\u00a0: Essai avant l’ouverture');
});
