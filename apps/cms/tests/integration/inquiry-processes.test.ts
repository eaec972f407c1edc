import type { Submission } from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type CmsProcess, sharedEnvironment, startCmsProcess } from '../support/cms-processes.ts';
import { openPostgres } from '../support/connection.ts';
import { inquiry, SECRETS } from '../support/inquiries.ts';
import { createDatabase } from '../support/postgres.ts';
import { submit } from '../support/votes.ts';

const countSchema = z.object({ count: z.coerce.number() });

describe('inquiries with two CMS over one PostgreSQL database', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  const processes: CmsProcess[] = [];
  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'));
    const environment = { ...sharedEnvironment(), LOG_LEVEL: 'debug' };
    const options = { databaseUrl: database.url, counting: false, environment };
    // One after the other: the first one makes the tables.
    for (let number = 0; number < 2; number += 1) processes.push(await startCmsProcess(options));
  });
  afterAll(async () => {
    await Promise.all(processes.map((one) => one.end('SIGKILL')));
    await database.drop();
  });

  it('are one for each key, whichever CMS takes it, and no log tells of a person', async () => {
    const sent: Submission[] = Array.from({ length: 15 }, () => inquiry());
    const spam = inquiry({ message: `${SECRETS.message} http://a.example `.repeat(5) });
    const unproven = inquiry({}, { proven: false });
    const answers = await Promise.all(
      processes.flatMap((cms) => [
        ...sent.map((one) => submit(cms, [one])),
        submit(cms, [spam, unproven]),
        submit(cms, sent),
      ]),
    );
    const each = Math.ceil(answers.length / 2);
    const alone = (from: number) => answers.slice(from, from + sent.length).flat();
    expect(alone(0)).toEqual(alone(each));
    expect(answers[each - 1]).toEqual(alone(0));
    expect(answers.at(-1)).toEqual(alone(0));

    const connection = openPostgres(database.url);
    const count = async (table: string) =>
      countSchema.parse(await connection(table).count({ count: '*' }).first()).count;
    try {
      expect(await count('passerelle_inquiries')).toBe(sent.length + 2);
      expect(await count('passerelle_consent_events')).toBe(sent.length + 2);
    } finally {
      await connection.destroy();
    }

    const logs = processes.map((one) => one.output()).join('\n');
    expect(logs).toContain('"form":"inquiry"');
    for (const secret of [...Object.values(SECRETS), 'Canarisée', 'canari.visiteuse', '5550142']) {
      expect(logs.includes(secret)).toBe(false);
    }
  });
});
