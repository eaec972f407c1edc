import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, vi } from 'vitest';
import {
  act,
  finishIssues,
  insertIssue,
  sendUncertainAgain,
} from '../../src/newsletter/adapters/issue-rows.ts';
import {
  addReaders,
  addressesOf,
  approveIssue,
  issueNow,
  makeTables,
  openSender,
  plainEdition,
  type TestSender,
} from '../support/issues.ts';
import { type JobsDatabase, jobsDatabases, testsWith } from '../support/jobs.ts';
import { type SinkScript, type SmtpSink, startSink } from '../support/smtp-sink.ts';

const SOON = { timeout: 30_000, interval: 50 };
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface At {
  db: JobsDatabase;
  sink: SmtpSink;
  sender: TestSender;
  issue: string;
}

describe.each(jobsDatabases)('an issue on $database', ({ open }) => {
  const inDatabase = testsWith(open);

  /** An approved issue to some readers, and a sender that has been started. */
  const test = (
    name: string,
    {
      readers = 10,
      script = {},
      ...options
    }: { readers?: number; script?: SinkScript } & Partial<
      Omit<Parameters<typeof openSender>[0], 'connection' | 'url'>
    >,
    body: (at: At) => Promise<void>,
  ) =>
    inDatabase(name, async (db) => {
      await makeTables(db.connection);
      await addReaders(db.connection, addressesOf(readers));
      const sink = await startSink(script);
      const issue = await approveIssue(db.connection);
      const sender = openSender({ connection: db.connection, url: sink.url, ...options });
      sender.start();
      try {
        await body({ db, sink, sender, issue });
      } finally {
        await sender.close();
        await sink.close();
      }
    });

  const reaches = ({ db, issue }: At, expected: object) =>
    vi.waitFor(async () => expect(await issueNow(db.connection, issue)).toMatchObject(expected), SOON);
  const takenBy = ({ sink }: At) => sink.taken.flatMap(({ to }) => to).sort();

  test('is sent to each reader once, with their own links', { readers: 150 }, async (at) => {
    await reaches(at, { state: 'finished', sent: 150, candidates: 150, made: 150 });
    expect(takenBy(at)).toEqual(addressesOf(150).sort());
    const ids = at.sink.taken.map(({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1]);
    expect(new Set(ids).size).toBe(150);
    const links = at.sink.taken.map(({ source }) => /^List-Unsubscribe: <([^>]*)>/m.exec(source)?.[1]);
    expect(new Set(links).size).toBe(150);
    expect(at.sender.alarms).toEqual([]);
    expect(at.sender.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  inDatabase('leaves out who is excluded, and says why', async (db) => {
    await makeTables(db.connection);
    await addReaders(db.connection, addressesOf(10));
    await db.connection('test_readers').where('email', 'like', 'visiteur-1@%').update({ status: 'paused' });
    await db
      .connection('test_readers')
      .where('email', 'like', 'visiteur-2@%')
      .update({ status: 'suppressed' });
    const sink = await startSink();
    const issue = await approveIssue(db.connection, new Date(5000));
    const sender = openSender({ connection: db.connection, url: sink.url });
    sender.start();
    await vi.waitFor(async () => {
      const now = await issueNow(db.connection, issue);
      expect(now).toMatchObject({ state: 'finished', candidates: 10, made: 8, sent: 8 });
      expect(now.excluded).toEqual({ paused: 1, suppressed: 1 });
    }, SOON);
    const told = await db.connection('test_readers').where({ last_issue_at: 5000 });
    expect(told).toHaveLength(8);
    await sender.close();
    await sink.close();
  });

  test('waits for a server that refuses connections', { script: { connect: 421 } }, async (at) => {
    await vi.waitFor(() => expect(at.sink.seen.connect).toBeGreaterThan(4), SOON);
    expect(await issueNow(at.db.connection, at.issue)).toMatchObject({
      state: 'sending',
      sent: 0,
      uncertain: 0,
    });
    at.sink.script = {};
    await reaches(at, { state: 'finished', sent: 10 });
    expect(takenBy(at)).toEqual(addressesOf(10).sort());
    expect(at.sender.alarms).toEqual([]);
  });

  for (const script of [{ connect: 'hang' }, { recipient: 'hang' }, { recipient: 'drop' }] as const) {
    test(`goes on after ${JSON.stringify(script)}`, { script }, async (at) => {
      const [step] = Object.keys(script);
      const seen = () => (step === 'connect' ? at.sink.seen.connect : at.sink.seen.recipient);
      await vi.waitFor(() => expect(seen()).toBeGreaterThan(4), SOON);
      at.sink.script = {};
      await reaches(at, { state: 'finished', sent: 10, uncertain: 0 });
      expect(takenBy(at)).toEqual(addressesOf(10).sort());
    });
  }

  let later = 0;
  test('put off with 451 is tried again later', {
    script: { recipient: 451 },
    more: { clock: () => new Date(Date.now() + later), leaseSeconds: 100_000 },
  }, async (at) => {
    await reaches(at, { prepared: 10, sent: 0 });
    await vi.waitFor(() => expect(at.sink.seen.recipient).toBe(10), SOON);
    at.sink.script = {};
    await pause(500);
    expect(at.sink.seen.recipient).toBe(10);
    later += 10 * 60_000;
    await reaches(at, { state: 'finished', sent: 10 });
    later = 0;
  });

  inDatabase('refused with 5xx has failed for one, who is suppressed', async (db) => {
    await makeTables(db.connection);
    await addReaders(db.connection, [...addressesOf(9), 'inconnu@exemple.example']);
    const sink = await startSink(
      {},
      {
        onRcptTo: ({ address }, _, done) =>
          address.startsWith('inconnu')
            ? done(Object.assign(new Error('unknown'), { responseCode: 550 }))
            : done(),
      },
    );
    const issue = await approveIssue(db.connection);
    const sender = openSender({ connection: db.connection, url: sink.url });
    sender.start();
    const at = { db, sink, sender, issue };
    await reaches(at, { state: 'finished', sent: 9, failed: 1 });
    expect(takenBy(at)).toEqual(addressesOf(9).sort());
    expect(await db.connection('test_readers').where({ status: 'suppressed' })).toMatchObject([
      { email: 'inconnu@exemple.example' },
    ]);
    await sender.close();
    await sink.close();
  });

  test('stops when everything is refused', { readers: 200, script: { recipient: 554 } }, async (at) => {
    await reaches(at, { state: 'paused', problem: 'failures-in-a-row', leased: 0, sending: 0 });
    const { failed, prepared } = await issueNow(at.db.connection, at.issue);
    expect(failed).toBeLessThan(40);
    expect(failed + prepared).toBe(200);
    expect(at.sender.alarms[0]).toMatchObject({ code: 'newsletter-stopped', problem: 'failures-in-a-row' });
  });

  inDatabase('stops when the server wants a password', async (db) => {
    await makeTables(db.connection);
    await addReaders(db.connection, addressesOf(10));
    const sink = await startSink({}, { authOptional: false });
    const issue = await approveIssue(db.connection);
    const sender = openSender({ connection: db.connection, url: sink.url });
    sender.start();
    const at = { db, sink, sender, issue };
    // Without a password the server asks for one (530); a wrong one is judged in `failure-scope.test.ts`.
    await reaches(at, { state: 'paused', problem: 'authentication', sent: 0, failed: 0 });
    expect(sender.alarms).toMatchObject([{ code: 'newsletter-stopped', problem: 'authentication' }]);
    await pause(500);
    expect(await issueNow(db.connection, issue)).toMatchObject({ prepared: 10, leased: 0 });
    await sender.close();
    await sink.close();
  });

  const LOST: SinkScript[] = [
    { content: 'drop' },
    { end: 'drop' },
    { end: 'take and drop' },
    { end: 'hang' },
  ];
  for (const script of LOST) {
    test(`is uncertain for those lost by ${JSON.stringify(script)}, who get it no second time`, {
      script,
    }, async (at) => {
      await vi.waitFor(() => expect(at.sink.seen.content).toBeGreaterThan(0), SOON);
      await pause(200);
      at.sink.script = {};
      await vi.waitFor(
        async () => expect(await issueNow(at.db.connection, at.issue)).toMatchObject({ state: 'finished' }),
        SOON,
      );
      const { sent, uncertain, failed } = await issueNow(at.db.connection, at.issue);
      expect(sent + uncertain).toBe(10);
      expect(failed).toBe(0);
      expect(uncertain).toBeGreaterThan(0);
      const addresses = takenBy(at);
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(addresses.length).toBeGreaterThanOrEqual(sent);
      expect(at.sender.alarms).toMatchObject([{ code: 'newsletter-uncertain', issue: at.issue }]);
      // A person decides, and only then.
      expect(await sendUncertainAgain(at.db.connection, at.issue, Date.now())).toBe(uncertain);
      await reaches(at, { state: 'finished', sent: 10, uncertain: 0 });
      expect(new Set(takenBy(at)).size).toBe(10);
    });
  }

  test('is not sent to who has unsubscribed meanwhile', {
    readers: 400,
    rates: { overall: 100, domain: 100 },
  }, async (at) => {
    await vi.waitFor(() => expect(at.sink.taken.length).toBeGreaterThan(20), SOON);
    await at.db.connection('test_readers').update({ status: 'unsubscribed' });
    const atThatTime = at.sink.taken.length;
    await reaches(at, { state: 'finished' });
    expect(at.sink.taken.length).toBeLessThanOrEqual(atThatTime + 4);
    const { sent, skipped } = await issueNow(at.db.connection, at.issue);
    expect(sent).toBe(at.sink.taken.length);
    expect(sent + skipped).toBe(400);
  });

  test('pauses, goes on, and is cancelled', {
    readers: 300,
    rates: { overall: 60, domain: 60 },
  }, async (at) => {
    const { db, sink, issue } = at;
    await vi.waitFor(() => expect(sink.taken.length).toBeGreaterThan(20), SOON);
    expect(await act(db.connection, issue, 'pause', new Date())).toBe(true);
    const paused = sink.taken.length;
    await pause(1500);
    expect(sink.taken.length).toBeLessThanOrEqual(paused + 4);
    expect(await issueNow(db.connection, issue)).toMatchObject({ state: 'paused', leased: 0, sending: 0 });
    expect(await act(db.connection, issue, 'resume', new Date())).toBe(true);
    expect(await act(db.connection, issue, 'approve', new Date())).toBe(false);
    await vi.waitFor(() => expect(sink.taken.length).toBeGreaterThan(paused + 20), SOON);
    expect(await act(db.connection, issue, 'cancel', new Date())).toBe(true);
    const cancelled = sink.taken.length;
    await pause(1500);
    expect(sink.taken.length).toBeLessThanOrEqual(cancelled + 4);
    const { state, sent, skipped } = await issueNow(db.connection, issue);
    expect(state).toBe('cancelled');
    expect(sent + skipped).toBe(300);
    expect(new Set(takenBy(at)).size).toBe(sink.taken.length);
  });

  inDatabase('keeps to the pace of a domain, others pass', async (db) => {
    await makeTables(db.connection);
    await addReaders(db.connection, [...addressesOf(60), ...addressesOf(100, 'autre.example')]);
    const sink = await startSink();
    await approveIssue(db.connection);
    const sender = openSender({
      connection: db.connection,
      url: sink.url,
      rates: { overall: 10_000, domain: 20 },
    });
    const started = Date.now();
    sender.start();
    await vi.waitFor(() => expect(sink.taken.length).toBe(160), SOON);
    // A hundred at twenty in a second are five seconds, the first of which costs nothing.
    expect(Date.now() - started).toBeGreaterThan(3900);
    expect(new Set(sink.taken.flatMap(({ to }) => to)).size).toBe(160);
    await sender.close();
    await sink.close();
  });

  inDatabase('is not sent without a sender, nor before its time, nor while it is held', async (db) => {
    await makeTables(db.connection);
    await addReaders(db.connection, addressesOf(3));
    const sink = await startSink();
    const common = { kind: 'campaign', content: {}, at: new Date(), until: null } as const;
    const ids = ['held', 'later', 'approved'];
    await insertIssue(db.connection, { ...common, id: 'held', state: 'held', sendAt: new Date(0) });
    const tomorrow = new Date(Date.now() + 86_400_000);
    await insertIssue(db.connection, { ...common, id: 'later', state: 'approved', sendAt: tomorrow });
    await insertIssue(db.connection, { ...common, id: 'approved', state: 'approved', sendAt: new Date(0) });
    const sender = openSender({
      connection: db.connection,
      url: sink.url,
      more: { openEdition: async (issue) => ({ ...(await plainEdition(issue)), senderOf: () => [] }) },
    });
    sender.start();
    await vi.waitFor(() => expect(sender.alarms).toHaveLength(1), SOON);
    const states = await Promise.all(ids.map((id) => issueNow(db.connection, id)));
    expect(states).toMatchObject([
      { state: 'held', problem: null },
      { state: 'approved' },
      { state: 'held', problem: 'sender-missing', candidates: 0 },
    ]);
    expect(sink.seen.connect).toBe(0);
    await sender.close();
    await sink.close();
  });

  test('that is cancelled leaves nothing to send, not even what came back meanwhile', {
    script: { recipient: 451 },
  }, async (at) => {
    const deliveries = () => at.db.connection('passerelle_deliveries');
    await vi.waitFor(() => expect(at.sink.seen.recipient).toBe(10), SOON);
    expect(await act(at.db.connection, at.issue, 'cancel', new Date())).toBe(true);
    await reaches(at, { state: 'cancelled', skipped: 10 });
    // As one that was leaving while it was cancelled, and was put off.
    const { id } = await deliveries().first('id');
    await deliveries().where({ id }).update({ state: 'prepared', next_at: Date.now() });
    await reaches(at, { state: 'cancelled', skipped: 10, prepared: 0 });
  });

  test('of a few readers doesn’t wait for one of many', {
    readers: 40,
    rates: { overall: 4, domain: 1_000_000 },
    more: {
      openEdition: async (issue) => ({
        ...(await plainEdition(issue)),
        choose: ({ email }) =>
          issue.id !== 'few' || email.startsWith('visiteur-1@')
            ? { key: 'all' }
            : { excluded: 'nothing-new' },
      }),
    },
  }, async (at) => {
    await vi.waitFor(() => expect(at.sink.taken.length).toBeGreaterThan(2), SOON);
    const [id, when] = ['few', new Date(Date.now() - 1000)];
    await insertIssue(at.db.connection, {
      ...{ id, kind: 'campaign' as const, state: 'approved' as const },
      ...{ content: {}, at: when, sendAt: when, until: null },
    });
    await vi.waitFor(
      async () => expect(await issueNow(at.db.connection, id)).toMatchObject({ state: 'finished', sent: 1 }),
      SOON,
    );
    expect(await issueNow(at.db.connection, at.issue)).toMatchObject({ state: 'sending' });
  });

  let ahead = 0;
  test('that can’t be prepared again and again waits for a person; others go', {
    more: {
      clock: () => new Date(Date.now() + ahead),
      leaseSeconds: 100_000,
      async openEdition(issue) {
        if (issue.content !== null && Object.hasOwn(Object(issue.content), 'broken'))
          throw new Error('broken');
        return plainEdition(issue);
      },
    },
  }, async (at) => {
    await reaches(at, { state: 'finished', sent: 10 });
    const [id, when] = ['broken', new Date(Date.now() - 1000)];
    await insertIssue(at.db.connection, {
      ...{ id, kind: 'campaign' as const, state: 'approved' as const },
      ...{ content: { broken: true }, at: when, sendAt: when, until: null },
    });
    const state = async () => (await issueNow(at.db.connection, id)).state;
    for (let failures = 1; failures < 5; failures += 1) {
      const told = () => at.sender.logged.filter((line) => line.includes('could not be prepared yet'));
      await vi.waitFor(() => expect(told()).toHaveLength(failures), SOON);
      expect(await state()).toBe('preparing');
      expect(at.sender.alarms).toEqual([]);
      at.sender.wake();
      await pause(200);
      ahead += 61_000;
    }
    await vi.waitFor(async () => expect(await state()).toBe('held'), SOON);
    expect(at.sender.alarms).toMatchObject([{ code: 'newsletter-refused', problem: 'preparation' }]);
    const other = await approveIssue(at.db.connection);
    await vi.waitFor(
      async () => expect(await issueNow(at.db.connection, other)).toMatchObject({ state: 'finished' }),
      SOON,
    );
  });

  inDatabase('isn’t finished by one who looked before what is uncertain is sent again', async (db) => {
    await makeTables(db.connection);
    await addReaders(db.connection, addressesOf(2));
    const sink = await startSink({ end: 'take and drop' });
    const issue = await approveIssue(db.connection);
    const sender = openSender({ connection: db.connection, url: sink.url });
    sender.start();
    const reached = (expected: object) =>
      vi.waitFor(async () => expect(await issueNow(db.connection, issue)).toMatchObject(expected), SOON);
    await reached({ state: 'finished', uncertain: 2 });
    await sender.close();
    await sink.close();
    await db.connection('passerelle_issues').where({ id: issue }).update({ state: 'sending' });
    let finishing: Promise<string[]> | undefined;
    await db.connection.transaction(async (trx) => {
      expect(await sendUncertainAgain(trx, issue, Date.now())).toBe(2);
      finishing = db.connection.transaction((other) => finishIssues(other, Date.now()));
      await pause(300);
    });
    expect(await finishing).toEqual([]);
    await reached({ state: 'sending', prepared: 2 });
  });

  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  test('is signed when there is a key, and no sooner uncertain for it', {
    readers: 3,
    script: { recipient: 'drop' },
    dkim: { domain: 'passerelle.example', selector: 'p1', privateKey },
  }, async (at) => {
    await vi.waitFor(() => expect(at.sink.seen.recipient).toBeGreaterThan(1), SOON);
    at.sink.script = {};
    await reaches(at, { state: 'finished', sent: 3, uncertain: 0 });
    expect(at.sink.taken.every(({ source }) => /^DKIM-Signature: [\s\S]*s=p1;/m.test(source))).toBe(true);
  });
});
