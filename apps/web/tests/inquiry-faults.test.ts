import { randomInt } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { inquiriesIn, startAsking } from './support/askers.ts';
import { type Product, setUpProduct } from './support/product.ts';

/**
 * Drafts and inquiries, web server and CMS being real, while they are killed under load. A step that was acknowledged is
 * in the draft afterwards; an inquiry that was is there once. `docs/submissions.md` has the figures of a long run:
 * FAULT_KILLS=60.
 */
const KILLS = Number(process.env.FAULT_KILLS ?? 3);

let product: Product | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

test(
  `web server, CMS and both killed, ${KILLS} times in all, while people fill the form in and send it`,
  async () => {
    product = await setUpProduct();
    const { cms, web, environment } = product;
    await web.start();
    const askers = startAsking(environment.SITE_URL ?? '', 12);
    const victims = [[web], [cms], [web, cms]];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await new Promise((done) => setTimeout(done, randomInt(300, 1_500)));
      const struck = victims[kill % victims.length] ?? [];
      await Promise.all(struck.map((service) => service.kill()));
      await Promise.all(struck.map((service) => service.start()));
    }
    await askers.finish();
    const { sent, steps, lost } = askers;
    process.stdout.write(`${KILLS} kills: ${steps} steps and ${sent.size} inquiries acknowledged\n`);
    expect(sent.size).toBeGreaterThan(KILLS);
    expect(lost).toEqual([]);
    await expect
      .poll(() => inquiriesIn(environment), { timeout: 60_000, interval: 200 })
      .toEqual({ inquiries: sent.size, addresses: sent.size, spooled: 0, poisoned: 0 });
  },
  KILLS * 20_000 + 180_000,
);
