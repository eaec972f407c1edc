import type {
  Answer,
  FormName,
  NewsletterData,
  NewsletterReader,
  PollResults,
  RefusalCode,
  Submission,
} from '@passerelle/contracts';

/** What a form is made for and sent about: a poll's document id, for a vote; `newsletter`. */
export interface FormSubject {
  form: FormName;
  subject: string;
}

/** Work that a visitor's browser does before it sends, as `altcha-lib` makes and solves it; JSON. */
export type Challenge = Readonly<Record<string, unknown>>;

/** What a form that has just been rendered carries. */
export interface IssuedForm {
  /** Signed; says when and for what the form was made. */
  token: string;
  /** Milliseconds from now before which the form is refused as too fast. */
  waitMs: number;
  /** To be solved first, when many come from the visitor's network; null nearly always. */
  challenge: Challenge | null;
}

/** What came with a form besides its answers. */
export interface SentWith {
  /** The submission's key: a proof may be shown again with the same one. */
  key: string;
  token: string | null;
  /** The solved challenge, base64 of JSON as `altcha-lib` writes it. */
  proof: string | null;
  /** The field that people don't see. */
  trap: string | null;
}

/**
 * What came of a submission. `received`: it is kept, sealed and on disk, and will be decided once the CMS is
 * back; everything else is final for its key.
 */
export type Submitted =
  | Extract<Answer, { outcome: 'accepted' }>
  | { outcome: 'received' }
  | { outcome: 'refused'; code: RefusalCode };

/** Who votes, known to one poll alone. */
export interface Voter {
  /** As the CMS is told. */
  id: string;
  /** Signed value for the voter's cookie, to be set once the vote is accepted or received. */
  cookie: string;
  /** Whether the cookie that came was ours: this browser has voted in this poll. */
  hasVoted: boolean;
}

/**
 * What pages that take submissions ask for; opened on `Astro.locals.submissions`.
 *
 * `address` is the visitor's, as `Astro.clientAddress` has it. It is neither stored nor logged.
 */
export interface Submissions {
  /** Makes what a form carries. */
  issue(subject: FormSubject, address: string): Promise<IssuedForm>;
  /** Guards a form that was sent, cheapest checks first; null when it may go on. */
  admit(subject: FormSubject, sent: SentWith, address: string): Promise<RefusalCode | null>;
  /**
   * How many come from the visitor's network just now: from `hot` on a form proves work, or goes on unproven where
   * that is allowed; `too-many` are refused.
   */
  heat(form: FormName, address: string): Promise<'cold' | 'hot' | 'too-many'>;
  /** Hands a submission over to the CMS, or keeps it until the CMS is back. */
  submit(submission: Submission): Promise<Submitted>;
  /** A poll's results now; null when the CMS can't be asked. Kept for a second. */
  pollResults(poll: string): Promise<PollResults | null>;
  /**
   * What a reader of the newsletter sees to, by the token that was mailed. `unknown` when it is no such token; null when
   * the CMS can't be asked.
   */
  newsletterReader(token: string): Promise<NewsletterReader | 'unknown' | null>;
  /** Everything that is kept of that reader, likewise. */
  newsletterData(token: string): Promise<NewsletterData | 'unknown' | null>;
  /** The voter behind a cookie; without a valid one, a new voter that follows from the submission's key. */
  voter(poll: string, cookie: string | undefined, key: string): Voter;
}
