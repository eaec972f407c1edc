import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, vi } from 'vitest';
import { z } from 'zod';
import { type JobsDatabase, jobsDatabases, testsWith } from '../support/jobs.ts';
import { letterTo, makeMailTable, openMailer, readRows } from '../support/mailer.ts';
import { type SinkScript, type SmtpSink, startSink } from '../support/smtp-sink.ts';

const MARIE = 'marie-secrete@exemple.example';
const RETRY = { attempts: 12, baseSeconds: 1, maxSeconds: 1 };
const SOON = { timeout: 25_000 };

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A mailer of this process over the database, with a server that follows the script. */
async function over(db: JobsDatabase, script: SinkScript = {}) {
  await makeMailTable(db.connection);
  const sink = await startSink(script);
  const mailer = await startMailer(db, sink.url);
  return { sink, ...mailer };
}

async function startMailer(
  db: JobsDatabase,
  url: string,
  more: Pick<Parameters<typeof openMailer>[0], 'clock' | 'dkim'> = {},
) {
  const jobs = db.createJobs({ retry: RETRY });
  const mailer = openMailer({ connection: db.connection, jobs, url, ...more });
  await jobs.start();
  return { jobs, mailer };
}

const waitForState = (db: JobsDatabase, id: string | undefined, state: string) =>
  vi.waitFor(
    async () => expect((await readRows(db.connection, id)).map((row) => row.state)).toEqual([state]),
    SOON,
  );

describe.each(jobsDatabases)('mail on $database', ({ open, leaseSeconds }) => {
  const inDatabase = testsWith(open);
  /** Closes the server too, also when the test fails. */
  const test = (
    name: string,
    script: SinkScript,
    body: (db: JobsDatabase, at: Awaited<ReturnType<typeof over>>) => Promise<void>,
  ) =>
    inDatabase(name, async (db) => {
      const at = await over(db, script);
      try {
        await body(db, at);
      } finally {
        await at.jobs.stop();
        at.mailer.close();
        await at.sink.close();
      }
    });

  test(
    'is delivered once, with headers that say what they should',
    {},
    async (db, { sink, mailer, jobs }) => {
      const to = { name: 'Zoé « L’Écuyer », 王', address: 'zoe+nouvelles@été.example' };
      const [id = ''] = await mailer.post(letterTo('', { to }));
      await waitForState(db, id, 'sent');
      await jobs.enqueue({ name: 'mail.send', payload: { id }, dedupeKey: id });
      await pause(1500);
      expect(sink.taken).toHaveLength(1);
      expect(sink.taken[0]?.to).toEqual(['zoe+nouvelles@été.example']);
      const [headers = ''] = sink.taken[0]?.source.split(/\r?\n\r?\n/) ?? [];
      expect(headers).toContain(`Message-ID: <${id}@passerelle.example>`);
      expect(headers).toContain('From: Passerelle <bonjour@passerelle.example>');
      expect(headers).toMatch(/^To: =\?UTF-8\?.*<zoe\+nouvelles@xn--t-9fab\.example>/ms);
      expect(headers).toContain('Auto-Submitted: auto-generated');
      expect(headers).toMatch(/multipart\/alternative/);
      expect(await readRows(db.connection, id)).toMatchObject([
        { state: 'sent', attempts: 1, failure: null },
      ]);
      expect(mailer.alarms).toEqual([]);
    },
  );

  inDatabase('is signed with the headers that end it by one click, when there is a key', async (db) => {
    await makeMailTable(db.connection);
    const sink = await startSink({});
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const dkim = { domain: 'passerelle.example', selector: 'p1', privateKey };
    const { mailer, jobs } = await startMailer(db, sink.url, { dkim });
    const unsubscribe = { url: 'https://passerelle.example/infolettre/', address: null };
    const [id] = await mailer.post(letterTo(MARIE, { unsubscribe }));
    await waitForState(db, id, 'sent');
    const signature = /^DKIM-Signature:(?<fields>.*\r?\n(?:[ \t].*\r?\n)*)/m.exec(
      sink.taken[0]?.source ?? '',
    );
    const fields = signature?.groups?.fields?.replace(/\s/g, '') ?? '';
    expect(fields).toMatch(/d=passerelle\.example;.*s=p1;/);
    expect(fields.toLowerCase()).toMatch(/h=[^;]*list-unsubscribe:list-unsubscribe-post/);
    await jobs.stop();
    mailer.close();
    await sink.close();
  });

  test('of a transaction that is undone does not exist', {}, async (db, { sink, mailer }) => {
    const two = [letterTo(MARIE), letterTo('deux@exemple.example\r\nBcc: trois@exemple.example')];
    await expect(mailer.post(...two)).rejects.toMatchObject({ code: 'address-malformed' });
    const subject = { subject: 'Bonjour\nBcc: trois@exemple.example', body: '' };
    await expect(mailer.post(letterTo(MARIE, { data: subject }))).rejects.toMatchObject({
      code: 'subject-malformed',
    });
    const name = { name: 'Marie\r\nBcc: trois@exemple.example', address: MARIE };
    await expect(mailer.post(letterTo(MARIE, { to: name }))).rejects.toMatchObject({
      code: 'name-malformed',
    });
    await pause(1000);
    expect(await readRows(db.connection)).toEqual([]);
    expect(sink.seen.connect).toBe(0);
  });

  test('of one key is one mail, also at the same time', {}, async (db, { sink, mailer }) => {
    const posts = Array.from({ length: 8 }, () => mailer.post(letterTo(MARIE, { key: 'une seule' })));
    const ids = (await Promise.all(posts)).flat();
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await waitForState(db, ids[0], 'sent');
    await pause(1000);
    expect(sink.taken).toHaveLength(1);
  });

  test('waits for a server that refuses connections', {}, async (db, { sink, mailer }) => {
    await sink.close();
    const [id] = await mailer.post(letterTo(MARIE));
    await vi.waitFor(
      async () => expect((await readRows(db.connection, id))[0]?.attempts).toBeGreaterThan(1),
      SOON,
    );
    expect(await readRows(db.connection, id)).toMatchObject([{ state: 'waiting', failure: 'ESOCKET CONN' }]);
    const again = await startSink({}, { port: sink.port });
    await waitForState(db, id, 'sent');
    expect(again.taken).toHaveLength(1);
    expect(mailer.alarms).toEqual([]);
    await again.close();
  });

  const PUT_OFF: [step: keyof SinkScript, reply: number][] = [
    ['connect', 421],
    ['recipient', 451],
    ['end', 451],
    ['end', 421],
  ];
  for (const [step, reply] of PUT_OFF) {
    test(
      `put off with ${reply} at ${step} is tried again`,
      { [step]: reply },
      async (db, { sink, mailer }) => {
        const [id] = await mailer.post(letterTo(MARIE));
        await vi.waitFor(() => expect(sink.seen[step]).toBe(2), SOON);
        sink.script = {};
        await waitForState(db, id, 'sent');
        expect(sink.taken).toHaveLength(1);
        expect(mailer.alarms).toEqual([]);
      },
    );
  }

  const REFUSED: [step: keyof SinkScript, reply: number, failure: string][] = [
    ['recipient', 550, 'EENVELOPE 550 RCPT TO'],
    ['end', 554, 'EMESSAGE 554 DATA'],
  ];
  for (const [step, reply, failure] of REFUSED) {
    test(`refused with ${reply} at ${step} has failed`, { [step]: reply }, async (db, { sink, mailer }) => {
      const [id] = await mailer.post(letterTo(MARIE));
      await waitForState(db, id, 'failed');
      sink.script = {};
      await pause(2500);
      expect(sink.seen[step]).toBe(1);
      expect(sink.taken).toEqual([]);
      expect(await readRows(db.connection, id)).toMatchObject([{ state: 'failed', attempts: 1, failure }]);
      expect(db.told).toEqual([]);
    });
  }

  const UNCERTAIN: SinkScript[] = [
    { content: 'drop' },
    { end: 'drop' },
    { end: 'take and drop' },
    { end: 'hang' },
  ];
  for (const script of UNCERTAIN) {
    test(`is uncertain after ${JSON.stringify(script)}, and not sent again`, script, async (db, at) => {
      const { sink, mailer, jobs } = at;
      const [id = ''] = await mailer.post(letterTo(MARIE));
      await vi.waitFor(() => expect(mailer.alarms).toHaveLength(1), SOON);
      sink.script = {};
      await pause(2500);
      expect(await readRows(db.connection, id)).toMatchObject([{ state: 'uncertain', attempts: 1 }]);
      expect(mailer.alarms).toMatchObject([{ code: 'mail-uncertain', attempts: 1 }]);
      await jobs.enqueue({ name: 'mail.send', payload: { id }, dedupeKey: id });
      await pause(1500);
      expect(sink.seen.content).toBe(1);
      expect(sink.taken).toHaveLength(script.end === 'take and drop' ? 1 : 0);
      expect(db.told).toEqual([]);
    });
  }

  test('cut off before its content is sent again', { recipient: 'drop' }, async (db, { sink, mailer }) => {
    const [id] = await mailer.post(letterTo(MARIE));
    await vi.waitFor(() => expect(sink.seen.recipient).toBe(2), SOON);
    sink.script = { connect: 'hang' };
    await vi.waitFor(() => expect(sink.seen.connect).toBe(4), SOON);
    sink.script = {};
    await waitForState(db, id, 'sent');
    expect(sink.taken).toHaveLength(1);
    expect(mailer.alarms).toEqual([]);
  });

  test('is no dead letter however long the server is away', { connect: 421 }, async (db, at) => {
    const { sink, mailer, jobs } = at;
    const [id = ''] = await mailer.post(letterTo(MARIE));
    await vi.waitFor(() => expect(sink.seen.connect).toBe(8), { timeout: 40_000 });
    await pause(2500);
    expect(sink.seen.connect).toBe(8);
    expect(await jobs.deadLetters()).toEqual([]);
    sink.script = {};
    // What the clock would do in a quarter of an hour.
    await jobs.enqueue({ name: 'mail.send', payload: { id }, dedupeKey: id });
    await waitForState(db, id, 'sent');
    expect(sink.taken).toHaveLength(1);
  });

  inDatabase('is given up after four days, with an alarm', async (db) => {
    await makeMailTable(db.connection);
    const sink = await startSink({ recipient: 451 });
    let now = Date.now();
    const { mailer, jobs } = await startMailer(db, sink.url, { clock: () => new Date(now) });
    const [id] = await mailer.post(letterTo(MARIE));
    await vi.waitFor(() => expect(sink.seen.recipient).toBeGreaterThan(0), SOON);
    now += 4 * 86_400_000 + 60_000;
    await waitForState(db, id, 'failed');
    expect(mailer.alarms).toMatchObject([{ code: 'mail-given-up' }]);
    now += 27 * 86_400_000;
    await jobs.enqueue({ name: 'mail.purge', payload: {} });
    await vi.waitFor(
      async () => expect(await readRows(db.connection, id)).toMatchObject([{ content: null }]),
      SOON,
    );
    await jobs.stop();
    mailer.close();
    await sink.close();
  });

  inDatabase('shows a password to nobody whose certificate does not hold', async (db) => {
    await makeMailTable(db.connection);
    const seen: string[] = [];
    const onAuth: SMTPServerOptions['onAuth'] = ({ password }, _, done) => {
      seen.push(String(password));
      done(new Error('no'));
    };
    const plain = await startSink({}, { disabledCommands: ['STARTTLS'], allowInsecureAuth: true, onAuth });
    const forged = await startSink({}, { onAuth });
    for (const { url } of [plain, forged]) {
      const { mailer, jobs } = await startMailer(db, url.replace('//', '//passerelle:mot-de-passe@'));
      const [id] = await mailer.post(letterTo(MARIE));
      await vi.waitFor(
        async () => expect((await readRows(db.connection, id))[0]?.attempts).toBeGreaterThan(0),
        SOON,
      );
      await vi.waitFor(
        async () => expect((await readRows(db.connection, id))[0]?.failure).toMatch(/TLS|SOCKET/),
        SOON,
      );
      await jobs.stop();
      mailer.close();
    }
    expect(seen).toEqual([]);
    expect([...plain.taken, ...forged.taken]).toEqual([]);
    await Promise.all([plain.close(), forged.close()]);
  });

  test(
    'is nowhere in clear: database, its log, our log',
    { recipient: 550 },
    async (db, { sink, mailer }) => {
      const to = { name: 'Canari Nom', address: MARIE };
      const data = { subject: 'Canari sujet', body: 'Canari texte' };
      const [refused] = await mailer.post(letterTo(MARIE, { to, data }));
      await waitForState(db, refused, 'failed');
      sink.script = { recipient: 451 };
      const [waiting] = await mailer.post(letterTo(MARIE, { to, data }));
      await vi.waitFor(() => expect(db.told.length).toBeGreaterThan(0), SOON);
      const stored = await wholeDatabase(db);
      expect(stored).toContain(refused);
      expect(stored).toContain(waiting);
      for (const text of [stored, mailer.logged.join(), db.told.join()]) {
        expect(text).not.toMatch(/canari|marie|exemple\.example|not wanted/i);
      }
    },
  );

  inDatabase('is sent once by two processes', async (db) => {
    await makeMailTable(db.connection);
    const sink = await startSink();
    const processes = [0, 1].map(() => db.startProcess({ url: sink.url, leaseSeconds }, 'mail-process.mts'));
    for (const { output } of processes) await vi.waitFor(() => expect(output()).toContain('ready'), SOON);
    const jobs = db.createJobs();
    const asking = openMailer({ connection: db.connection, jobs, url: sink.url });
    const letters = Array.from({ length: 40 }, (_, number) => letterTo(`lettre-${number}@exemple.example`));
    await asking.post(...letters);
    await vi.waitFor(() => expect(sink.taken.length).toBeGreaterThanOrEqual(40), SOON);
    await pause(1500);
    const addresses = sink.taken.flatMap(({ to }) => to).sort();
    expect(addresses).toEqual(letters.map((letter) => letter.to.address).sort());
    asking.close();
    await sink.close();
  });

  /** Kills a process while it sends, and lets another take over. */
  async function killed(db: JobsDatabase, script: SinkScript, reached: (sink: SmtpSink) => boolean) {
    await makeMailTable(db.connection);
    const sink = await startSink(script);
    const start = () => db.startProcess({ url: sink.url, leaseSeconds }, 'mail-process.mts');
    const first = start();
    const asking = openMailer({ connection: db.connection, jobs: db.createJobs(), url: sink.url });
    const [id] = await asking.post(letterTo(MARIE));
    await vi.waitFor(() => expect(reached(sink)).toBe(true), SOON);
    await first.end('SIGKILL');
    sink.script = {};
    return { sink, id, second: start() };
  }

  inDatabase('is sent by another process when the first is killed before the content', async (db) => {
    const { sink, id } = await killed(db, { recipient: 'hang' }, ({ seen }) => seen.recipient > 0);
    await vi.waitFor(
      async () => expect(await readRows(db.connection, id)).toMatchObject([{ state: 'sent' }]),
      {
        timeout: 80_000,
      },
    );
    expect(sink.taken).toHaveLength(1);
    await sink.close();
  });

  inDatabase('is uncertain when its process is killed before the answer to the content', async (db) => {
    const { sink, id, second } = await killed(db, { end: 'hang' }, ({ seen }) => seen.end > 0);
    await vi.waitFor(() => expect(second.output()).toContain('alarm mail-uncertain'), { timeout: 80_000 });
    await pause(1500);
    expect(await readRows(db.connection, id)).toMatchObject([{ state: 'uncertain', failure: 'cut off' }]);
    expect(sink.seen.content).toBe(1);
    expect(sink.taken).toEqual([]);
    await sink.close();
  });
});

/** Every byte of a SQLite database and its log, or every row of every table of a PostgreSQL one. */
async function wholeDatabase({ address, connection }: JobsDatabase): Promise<string> {
  if ('sqliteFile' in address) {
    return ['', '-wal'].map((suffix) => readFileSync(address.sqliteFile + suffix, 'latin1')).join();
  }
  const { rows } = await connection.raw(
    "SELECT query_to_xml(format('SELECT * FROM %I.%I', schemaname, tablename), true, false, '')::text AS xml FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  );
  return z
    .array(z.object({ xml: z.string() }))
    .parse(rows)
    .map(({ xml }) => xml)
    .join();
}
