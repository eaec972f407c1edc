import { describe, expect, it } from 'vitest';
import { createRightOfWay } from './right-of-way.ts';

describe('the right of way', () => {
  it('holds up nothing while nobody waits', async () => {
    await expect(createRightOfWay().giveWay()).resolves.toBeUndefined();
  });

  it('has what nobody waits for begin when the last one who waited is served', async () => {
    const way = createRightOfWay();
    const order: string[] = [];
    const served = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const visits = served.map(({ promise }, at) =>
      way.first(async () => {
        await promise;
        order.push(`visitor ${at}`);
      }),
    );
    const job = way.giveWay().then(() => order.push('job'));
    served[0].resolve();
    await visits[0];
    served[1].resolve();
    await Promise.all([...visits, job]);
    expect(order).toEqual(['visitor 0', 'visitor 1', 'job']);
  });

  it('holds for whoever comes right after another', async () => {
    const way = createRightOfWay();
    const order: string[] = [];
    await way.first(async () => void order.push('visitor 0'));
    const job = way.giveWay().then(() => order.push('job'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await way.first(async () => void order.push('visitor 1'));
    await job;
    expect(order).toEqual(['visitor 0', 'visitor 1', 'job']);
  });

  it('lets it begin all the same when people keep coming', async () => {
    const way = createRightOfWay();
    const never = Promise.withResolvers<void>();
    const visit = way.first(() => never.promise);
    await expect(way.giveWay()).resolves.toBeUndefined();
    never.resolve();
    await visit;
  });

  it('is given back by work that fails', async () => {
    const way = createRightOfWay();
    await expect(way.first(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(way.giveWay()).resolves.toBeUndefined();
  });
});
