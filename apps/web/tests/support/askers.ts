import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const STEPS = '/demarche/demande/';
/** Of the demo guide: questions by their pages, and the answers that lead straight to the form. */
const WAY = [
  ['/demarche/', 'reste-du-canada'],
  ['/demarche/but-canada/', 'etudes'],
  ['/demarche/etudes-situation/', 'je-cherche'],
] as const;
/** A form that was sent at once would be refused as too fast. */
const READING_MS = 900;

/** People who fill the form in and send it, each once, and try again until they are told that it is done. */
export interface Askers {
  /** Addresses of those who were told that their inquiry is sent or received. */
  readonly sent: ReadonlySet<string>;
  /** Answers that a step was left with a redirect for. */
  readonly steps: number;
  /** What was acknowledged and wasn't there afterwards; empty unless a draft was lost. */
  readonly lost: readonly string[];
  /** Nobody begins any more; settles when those under way have sent theirs. */
  finish(): Promise<void>;
}

interface Answer {
  status: number;
  to: string;
  text: string;
}

/** Of one person: no digits, which might look like a number that is masked. */
const letters = (): string =>
  [...randomBytes(16)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');

/** A browser, as far as drafts are concerned. */
function browserOn(site: string) {
  let cookie = '';
  const address = `2001:db8:${[0, 0, 0].map(() => randomInt(0x1_00_00).toString(16)).join(':')}::1`;
  /** Asks until there is an answer that isn't a failure. */
  return async function ask(path: string, fields?: Record<string, string>): Promise<Answer> {
    for (;;) {
      try {
        const response = await fetch(`${site}${path}`, {
          redirect: 'manual',
          headers: { cookie, origin: site, 'x-forwarded-for': address },
          signal: AbortSignal.timeout(10_000),
          ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
        });
        const text = await response.text();
        const [set] = response.headers.getSetCookie();
        if (set) cookie = set.split(';', 1)[0] ?? '';
        if (response.status < 500) {
          return { status: response.status, to: response.headers.get('location') ?? '', text };
        }
      } catch {
        // Killed, or being started: asked again.
      }
      await new Promise((done) => setTimeout(done, 50 + randomInt(100)));
    }
  };
}

/** @param atOnce how many people are at it at a time. */
export function startAsking(site: string, atOnce: number): Askers {
  const sent = new Set<string>();
  const lost: string[] = [];
  const told = { steps: 0 };
  let going = true;

  async function one(): Promise<void> {
    const ask = browserOn(site);
    const mark = letters();
    const email = `visiteur-${mark}@exemple.example`;
    const step = async (path: string, fields: Record<string, string>, leadsTo: string) => {
      const { status, to } = await ask(path, fields);
      if (status !== 303 || !to.startsWith(leadsTo)) throw new Error(`${path}: ${status} ${to}`);
      told.steps += 1;
    };
    for (const [index, [path, option]] of WAY.entries()) {
      await step(path, { option }, WAY[index + 1]?.[0] ?? `${STEPS}message/`);
    }
    for (const draft of ['Brouillon', 'Question']) {
      await step(`${STEPS}message/`, { message: `${draft} ${mark}` }, `${STEPS}coordonnees/`);
      const { text } = await ask(`${STEPS}message/`);
      if (!text.includes(`${draft} ${mark}`)) lost.push(`${draft} ${mark}`);
    }
    await step(`${STEPS}coordonnees/`, { name: mark, email, reach: 'email' }, `${STEPS}date-limite/`);
    await step(`${STEPS}date-limite/`, {}, `${STEPS}accords/`);
    await step(`${STEPS}accords/`, { notice: 'notice-1', inquiry: 'inquiry-1' }, `${STEPS}verification/`);
    for (;;) {
      const check = await ask(`${STEPS}verification/`);
      // Sent before, and the answer was lost.
      if (check.to === `${STEPS}envoyee/`) break;
      for (const kept of [`Question ${mark}`, email]) if (!check.text.includes(kept)) lost.push(kept);
      const token = /name="token" value="([^"]+)"/.exec(check.text)?.[1] ?? '';
      await new Promise((done) => setTimeout(done, READING_MS));
      if ((await ask(`${STEPS}verification/`, { token, website: '' })).to === `${STEPS}envoyee/`) break;
    }
    sent.add(email);
  }

  async function people(): Promise<void> {
    while (going) await one();
  }
  const crowd = Array.from({ length: atOnce }, people);
  return {
    sent,
    lost,
    get steps() {
      return told.steps;
    },
    async finish() {
      going = false;
      await Promise.all(crowd);
    },
  };
}

/** Inquiries in the file of the CMS, and from how many addresses; what waits in the spool. */
export function inquiriesIn(environment: Readonly<Record<string, string>>) {
  const open = (file: string) => new Database(join(environment.DATA_DIR ?? '', file), { readonly: true });
  const [cms, spool] = [open('cms/passerelle.sqlite'), open('web/spool.sqlite')];
  const count = (database: Database.Database, sql: string) => Number(database.prepare(sql).pluck().get());
  try {
    return {
      inquiries: count(cms, 'SELECT count(*) FROM passerelle_inquiries'),
      addresses: count(cms, 'SELECT count(DISTINCT email_index) FROM passerelle_inquiries'),
      spooled: count(spool, 'SELECT count(*) FROM item'),
      poisoned: count(spool, 'SELECT count(*) FROM poisoned'),
    };
  } finally {
    cms.close();
    spool.close();
  }
}
