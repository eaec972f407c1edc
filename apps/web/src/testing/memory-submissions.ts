import { createHmac } from 'node:crypto';
import type {
  NewsletterData,
  NewsletterReader,
  Poll,
  PollResults,
  RefusalCode,
  Submission,
} from '@passerelle/contracts';
import type { Challenge, Submissions, Submitted } from '../submissions/port.ts';

const digest = (...parts: string[]) =>
  createHmac('sha256', 'in memory').update(parts.join('\n')).digest('base64url').slice(0, 22);

/** What a test turns on: a CMS that is away, a poll that has closed meanwhile, guards that refuse. */
interface Circumstances {
  cmsAway: boolean;
  /** Documents of polls that take no more votes. */
  closed: Set<string>;
  /** Refuses the next form that is sent. */
  refuseNext: RefusalCode | null;
  challenge: Challenge | null;
  /** Of every network, while there is a challenge. */
  heat: 'hot' | 'too-many';
  waitMs: number;
}

/** Takes submissions as the port says, in memory: one effect per key, one vote per voter, guards that can refuse. */
export function memorySubmissions(polls: readonly Poll[]) {
  const circumstances: Circumstances = {
    cmsAway: false,
    closed: new Set(),
    refuseNext: null,
    challenge: null,
    heat: 'hot',
    waitMs: 0,
  };
  const readers = new Map<string, { reader: NewsletterReader; data: NewsletterData | null }>();
  const requests = new Set<string>();
  const tokens = new Set<string>();
  const answers = new Map<string, { body: string; answer: Submitted }>();
  const ballots = new Map<string, { voter: string; choices: string[] }[]>();
  const taken: Submission[] = [];
  const ballotsOf = (poll: string) => ballots.get(poll) ?? [];

  function decide(submission: Submission): Submitted {
    if (submission.form === 'inquiry' || submission.form === 'inquiry-confirm')
      return { outcome: 'accepted', reference: 'K7M-4QX-9' };
    if (submission.form === 'inquiry-continue') return { outcome: 'accepted' };
    if (submission.form === 'person-request-confirm') {
      return requests.has(submission.body.token)
        ? { outcome: 'accepted', reference: 'K7M-4QX-9' }
        : { outcome: 'refused', code: 'unknown-subject' };
    }
    if (submission.form !== 'vote') return decideLetter(submission);
    const { body, voter } = submission;
    const { poll, choices } = body;
    if (circumstances.closed.has(poll)) return { outcome: 'refused', code: 'closed' };
    const before = ballotsOf(poll);
    if (before.some((ballot) => ballot.voter === voter)) return { outcome: 'refused', code: 'already-done' };
    ballots.set(poll, [...before, { voter, choices }]);
    return { outcome: 'accepted' };
  }

  /** Any link that is known is good for everything; a subscription is always taken. */
  function decideLetter({
    body,
  }: Exclude<
    Submission,
    { form: 'vote' | 'inquiry' | 'inquiry-confirm' | 'inquiry-continue' | 'person-request-confirm' }
  >): Submitted {
    if ('token' in body && !readers.has(body.token)) return { outcome: 'refused', code: 'unknown-subject' };
    return { outcome: 'accepted' };
  }

  function resultsOf(poll: Poll): PollResults {
    const cast = ballotsOf(poll.documentId);
    const closed = circumstances.closed.has(poll.documentId);
    const tooFew = cast.length < poll.minVotesToShow;
    const countOf = (key: string) => cast.filter(({ choices }) => choices.includes(key)).length;
    return {
      poll: poll.documentId,
      state: closed ? 'closed' : poll.state,
      mode: poll.resultsMode,
      counts: tooFew
        ? null
        : { ballots: cast.length, options: poll.options.map(({ key }) => ({ key, count: countOf(key) })) },
      tooFew,
      closedAt: null,
      hash: null,
    };
  }

  const submissions: Submissions = {
    async issue({ subject }) {
      const token = `${subject}.${tokens.size}`;
      tokens.add(token);
      return { token, waitMs: circumstances.waitMs, challenge: circumstances.challenge };
    },
    async admit({ subject }, { token, trap, proof }) {
      const { refuseNext } = circumstances;
      circumstances.refuseNext = null;
      if (refuseNext) return refuseNext;
      if (trap) return 'trapped';
      if (!token || !tokens.has(token) || !token.startsWith(`${subject}.`)) return 'expired';
      return circumstances.challenge && !proof ? 'too-many' : null;
    },
    async heat() {
      return circumstances.challenge ? circumstances.heat : 'cold';
    },
    async submit(submission) {
      if (circumstances.cmsAway) return { outcome: 'received' };
      const body = JSON.stringify(submission.body);
      const known = answers.get(submission.key);
      if (known) return known.body === body ? known.answer : { outcome: 'refused', code: 'key-reused' };
      taken.push(submission);
      const answer = decide(submission);
      answers.set(submission.key, { body, answer });
      return answer;
    },
    async pollResults(id) {
      const poll = polls.find(({ documentId }) => documentId === id);
      return circumstances.cmsAway || !poll ? null : resultsOf(poll);
    },
    async newsletterReader(token) {
      return circumstances.cmsAway ? null : (readers.get(token)?.reader ?? 'unknown');
    },
    async newsletterData(token) {
      return circumstances.cmsAway ? null : (readers.get(token)?.data ?? 'unknown');
    },
    voter(poll, cookie, key) {
      const [id = '', mac] = cookie?.split('.') ?? [];
      if (mac === digest('cookie', poll, id)) return { id, cookie: cookie ?? '', hasVoted: true };
      const fresh = digest('voter', poll, key);
      return { id: fresh, cookie: `${fresh}.${digest('cookie', poll, fresh)}`, hasVoted: false };
    },
  };

  return {
    submissions,
    circumstances,
    /** What was handed over, in order; repetitions of a key left out. */
    taken,
    /** Casts votes of other visitors. */
    castBefore(poll: string, choices: readonly string[], times: number): void {
      const others = Array.from({ length: times }, (_, index) => ({
        voter: digest('other', choices.join(), String(index)),
        choices: [...choices],
      }));
      ballots.set(poll, [...ballotsOf(poll), ...others]);
    },
    /** Has a reader of the newsletter for a token. */
    addReader: (token: string, reader: NewsletterReader, data: NewsletterData | null = null) =>
      void readers.set(token, { reader, data }),
    /** Has a person's request wait for its confirmation by a token. */
    addRequest: (token: string) => void requests.add(token),
    /** Throws a poll's ballots away. */
    reset: (poll: string) => void ballots.delete(poll),
    expireTokens: () => tokens.clear(),
  };
}
