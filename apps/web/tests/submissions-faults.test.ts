import { randomInt, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { countsOf, keyHash, openPoll, storedIn } from './support/counted.ts';
import { cutProxy } from './support/cut-proxy.ts';
import { onSmallDisk, type Product, setUpProduct } from './support/product.ts';
import { type Ballot, formToken, sendVote, startVoting, type Voters } from './support/voters.ts';

/**
 * The whole path of a vote, web server and CMS being real, while they are killed, stopped and cut off.
 * Acknowledged means durable and counted once. `docs/submissions.md` has the figures of long runs:
 * FAULT_KILLS=200 FAULT_OUTAGE_SECONDS=60.
 */
const KILLS = Number(process.env.FAULT_KILLS ?? 6);
const OUTAGE_SECONDS = Number(process.env.FAULT_OUTAGE_SECONDS ?? 4);

let product: Product | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

/** Waits for the spool to be empty and compares what was acknowledged with what is stored. */
async function expectCounted({ environment }: Product, ballot: Ballot, votes: ReadonlyMap<string, string>) {
  const patience = { timeout: 60_000, interval: 200 };
  await expect.poll(() => storedIn(environment, ballot).spooled, patience).toBe(0);
  const stored = storedIn(environment, ballot);
  const lost = [...votes.keys()].filter((key) => !stored.keys.has(keyHash(key)));
  expect(lost).toEqual([]);
  expect(stored).toMatchObject({ participations: votes.size, poisoned: 0, integrity: 'ok' });
  const options = ballot.options.map((key) => ({
    key,
    count: [...votes.values()].filter((choice) => choice === key).length,
  }));
  const shown = votes.size < ballot.leastShown ? null : { ballots: votes.size, options };
  expect(await countsOf(environment, ballot)).toEqual(shown);
}

async function begin(): Promise<{ product: Product; ballot: Ballot; token: string }> {
  product = await setUpProduct();
  await product.web.start();
  const ballot = await openPoll(product.environment);
  const token = await formToken(product.environment.SITE_URL ?? '', ballot);
  return { product, ballot, token };
}

const tell = (what: string, { acknowledged, told }: Voters): void =>
  void process.stdout.write(
    `${what}: ${acknowledged.size} acknowledged; told ${JSON.stringify(Object.fromEntries(told))}\n`,
  );

describe('nothing acknowledged is lost, nothing counted twice', () => {
  test(
    `web server, CMS and both killed, ${KILLS} times in all, under load`,
    async () => {
      const { product, ballot, token } = await begin();
      const { cms, web, environment } = product;
      const voters = startVoting(environment.SITE_URL ?? '', ballot, { token, atOnce: 20 });
      const victims = [[web], [cms], [web, cms]];
      for (let kill = 0; kill < KILLS; kill += 1) {
        await new Promise((done) => setTimeout(done, randomInt(20, 700)));
        const struck = victims[kill % victims.length] ?? [];
        await Promise.all(struck.map((service) => service.kill()));
        await Promise.all(struck.map((service) => service.start()));
      }
      await voters.finish();
      tell(`${KILLS} kills`, voters);
      expect(voters.acknowledged.size).toBeGreaterThan(KILLS);
      await expectCounted(product, ballot, voters.acknowledged);
    },
    KILLS * 10_000 + 120_000,
  );

  test(
    `the CMS away for ${OUTAGE_SECONDS} s`,
    async () => {
      const { product, ballot, token } = await begin();
      const { cms, environment } = product;
      const voters = startVoting(environment.SITE_URL ?? '', ballot, { token, atOnce: 20 });
      await new Promise((done) => setTimeout(done, 1_000));
      await cms.kill();
      await new Promise((done) => setTimeout(done, OUTAGE_SECONDS * 1_000));
      expect(storedIn(environment, ballot).spooled).toBeGreaterThan(0);
      await voters.finish();
      const began = performance.now();
      await cms.start();
      tell(`${OUTAGE_SECONDS} s without the CMS`, voters);
      expect(voters.told.get('received')).toBeGreaterThan(0);
      expect(voters.told.get('lost')).toBeUndefined();
      await expectCounted(product, ballot, voters.acknowledged);
      process.stdout.write(
        `forwarded ${Math.round(performance.now() - began)} ms after the CMS was started\n`,
      );
    },
    OUTAGE_SECONDS * 4_000 + 120_000,
  );

  test('a CMS that is there and does not answer: the visitor is told in time, the vote counts once', async () => {
    const { product, ballot, token } = await begin();
    const { cms, environment } = product;
    const site = environment.SITE_URL ?? '';
    cms.freeze();
    const vote = { key: randomUUID(), choice: ballot.options[0] ?? '', token };
    const began = performance.now();
    expect(await sendVote(site, ballot, vote)).toBe('received');
    expect(performance.now() - began).toBeLessThan(5_000);
    cms.thaw();
    await expectCounted(product, ballot, new Map([[vote.key, vote.choice]]));
    expect(await sendVote(site, ballot, vote)).toBe('accepted');
    await expectCounted(product, ballot, new Map([[vote.key, vote.choice]]));
  });
});

test('the disk of the CMS full: votes wait at the web server, and count once there is room', async () => {
  const { product, ballot, token } = await begin();
  const { environment } = product;
  await product.cms.kill();
  const small = onSmallDisk(product, 64);
  await small.cms.start();
  try {
    let sent = 0;
    const send = async (count: number) => {
      const told = new Set<string>();
      for (const end = sent + count; sent < end; sent += 1) {
        const choice = ballot.options[sent % 3] ?? '';
        told.add(await sendVote(environment.SITE_URL ?? '', ballot, { key: randomUUID(), choice, token }));
      }
      return told;
    };
    expect(await send(6)).toEqual(new Set(['accepted']));
    small.fill();
    expect(await send(30)).toContain('received');
    small.free();
    const patience = { timeout: 60_000, interval: 200 };
    await expect.poll(() => storedIn(environment, ballot).spooled, patience).toBe(0);
    const counts = { ballots: sent, options: ballot.options.map((key) => ({ key, count: sent / 3 })) };
    expect(await countsOf(environment, ballot)).toEqual(counts);
  } finally {
    await small.cms.kill();
  }
});

describe('the answer cut off after the commit', () => {
  test('between CMS and web server: the same key goes again, with one effect', async () => {
    product = await setUpProduct();
    const { environment } = product;
    const proxy = await cutProxy(Number(environment.CMS_PORT));
    try {
      environment.CMS_INTERNAL_URL = `http://127.0.0.1:${proxy.port}`;
      await product.web.start();
      const ballot = await openPoll(environment);
      const site = environment.SITE_URL ?? '';
      const token = await formToken(site, ballot);
      proxy.cut(3);
      const vote = { key: randomUUID(), choice: ballot.options[1] ?? '', token };
      expect(await sendVote(site, ballot, vote)).toBe('received');
      await expectCounted(product, ballot, new Map([[vote.key, vote.choice]]));
      expect(proxy.cuts).toBe(3);
      expect(await sendVote(site, ballot, vote)).toBe('accepted');
    } finally {
      await proxy.close();
    }
  });

  test('between web server and visitor: the retry gets the same answer', async () => {
    product = await setUpProduct();
    const { environment } = product;
    const proxy = await cutProxy(Number(environment.WEB_PORT));
    try {
      const [site, through] = [environment.SITE_URL ?? '', `http://127.0.0.1:${proxy.port}`];
      environment.ALLOWED_HOSTS = `127.0.0.1:${proxy.port}`;
      await product.web.start();
      const ballot = await openPoll(environment);
      const token = await formToken(site, ballot);
      const vote = { key: randomUUID(), choice: ballot.options[1] ?? '', token };
      const once = new Map([[vote.key, vote.choice]]);
      proxy.cut(1);
      expect(await sendVote(through, ballot, vote)).toBe('lost');
      expect(proxy.cuts).toBe(1);
      await expectCounted(product, ballot, once);
      for (let again = 0; again < 3; again += 1)
        expect(await sendVote(through, ballot, vote)).toBe('accepted');
      const other = { ...vote, choice: ballot.options[2] ?? '' };
      expect(await sendVote(site, ballot, other)).toBe('key-reused');
      await expectCounted(product, ballot, once);
    } finally {
      await proxy.close();
    }
  });
});
