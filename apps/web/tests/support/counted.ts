import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { entriesResponseSchema, pollResultsSchema } from '@passerelle/contracts';
import Database from 'better-sqlite3';
import type { Ballot } from './voters.ts';

type Environment = Readonly<Record<string, string>>;

/** The demo poll that is open, as the site is told of it. @throws when none is. */
export async function openPoll(environment: Environment): Promise<Ballot> {
  const response = await fetch(`${environment.CMS_URL}/api/site/entries?kind=poll`, {
    headers: { authorization: `Bearer ${environment.SITE_TOKEN}` },
  });
  const { entries } = entriesResponseSchema.parse(await response.json());
  for (const poll of entries) {
    if (poll.kind !== 'poll' || poll.locale !== 'fr-CA' || poll.state !== 'open') continue;
    return {
      documentId: poll.documentId,
      slug: poll.slug,
      leastShown: poll.minVotesToShow,
      options: poll.options.map(({ key }) => key),
    };
  }
  throw new Error('The demo content has no open poll.');
}

/** What the CMS has counted, by its own answer; null below the least number of votes that are shown. */
export async function countsOf(environment: Environment, { documentId }: Ballot) {
  const response = await fetch(`${environment.CMS_URL}/api/polls/${documentId}/results`, {
    headers: { authorization: `Bearer ${environment.SUBMIT_TOKEN}` },
  });
  return pollResultsSchema.parse(await response.json()).counts;
}

/** What lies in the files of the CMS and of the spool. */
export function storedIn(environment: Environment, { documentId }: Ballot) {
  const cms = new Database(join(environment.DATA_DIR ?? '', 'cms/passerelle.sqlite'), { readonly: true });
  const spool = new Database(join(environment.DATA_DIR ?? '', 'web/spool.sqlite'), { readonly: true });
  const number = (database: Database.Database, sql: string, ...values: string[]): number =>
    database
      .prepare<string[], number>(sql)
      .pluck()
      .get(...values) ?? 0;
  try {
    return {
      participations: number(
        cms,
        'SELECT count(*) FROM passerelle_poll_participations WHERE poll = ?',
        documentId,
      ),
      keys: new Set(cms.prepare<[], string>('SELECT key_hash FROM passerelle_submissions').pluck().all()),
      spooled: number(spool, 'SELECT count(*) FROM item'),
      poisoned: number(spool, 'SELECT count(*) FROM poisoned'),
      integrity: cms.pragma('integrity_check', { simple: true }),
    };
  } finally {
    cms.close();
    spool.close();
  }
}

/** A submission's key as the CMS keeps it. */
export const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex');
