import fc from 'fast-check';
import { describe, expect, vi } from 'vitest';
import { z } from 'zod';
import { type JobsDatabase, jobsDatabases, testsWith } from '../support/jobs.ts';

const keySchema = z.enum(['a', 'b']);
type Key = z.infer<typeof keySchema>;
const payloadSchema = z.object({ key: keySchema, number: z.int() });

type Step = { do: 'ask' | 'ask and roll back' | 'finish'; key: Key };

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('ask', 'ask', 'ask and roll back', 'finish'),
  key: fc.constantFrom('a', 'b'),
});

/** A key as the contract has it: what runs, what waits, and what has begun so far. */
interface Model {
  running: number | null;
  waiting: number | null;
  begun: number[];
}

/** Carries the steps out against the real queue, beside the model, and says what each has begun per key. */
async function carryOut(db: JobsDatabase, steps: Step[], name: string) {
  const model: Record<Key, Model> = {
    a: { running: null, waiting: null, begun: [] },
    b: { running: null, waiting: null, begun: [] },
  };
  const begun: Record<Key, number[]> = { a: [], b: [] };
  const release: Partial<Record<Key, () => void>> = {};
  const jobs = db.createJobs({ pollSeconds: 600 });
  jobs.work(name, async ({ payload }) => {
    const { key, number } = payloadSchema.parse(payload);
    begun[key].push(number);
    await new Promise<void>((resolve) => {
      release[key] = resolve;
    });
  });
  await jobs.start();

  async function finish(key: Key): Promise<void> {
    const expected = model[key];
    if (expected.running === null) return;
    release[key]?.();
    expected.running = null;
    begin(expected);
    await settled(key);
  }

  function begin(expected: Model): void {
    if (expected.running !== null || expected.waiting === null) return;
    expected.running = expected.waiting;
    expected.waiting = null;
    expected.begun.push(expected.running);
  }

  const settled = (key: Key) =>
    vi.waitFor(() => expect(begun[key]).toEqual(model[key].begun), { timeout: 5000, interval: 2 });

  for (const [number, step] of steps.entries()) {
    const request = { name, payload: { key: step.key, number }, dedupeKey: step.key };
    if (step.do === 'ask') {
      await db.connection.transaction((transaction) => jobs.enqueue(request, transaction));
      model[step.key].waiting = number;
      begin(model[step.key]);
      await settled(step.key);
    } else if (step.do === 'ask and roll back') {
      const transaction = await db.connection.transaction();
      await jobs.enqueue(request, transaction);
      await transaction.rollback();
    } else {
      await finish(step.key);
    }
  }
  for (const key of ['a', 'a', 'b', 'b'] as const) await finish(key);
  await jobs.stop();
  return { begun, expected: { a: model.a.begun, b: model.b.begun } };
}

describe.each(jobsDatabases)('dedupe keys on $database', ({ open }) => {
  const test = testsWith(open);

  test('hold at most one waiting and one running job each, whatever the order of requests', async (db) => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 24 }), async (steps) => {
        round += 1;
        const { begun, expected } = await carryOut(db, steps, `round.${round}`);
        expect(begun).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});
