import { describe, expect, vi } from 'vitest';
import { type JobsDatabase, jobsDatabases, testsWith } from '../support/jobs.ts';

const daily = {
  name: 'reviews.remind',
  cron: '0 9 * * *',
  timeZone: 'America/Toronto',
  payload: { queue: 'reviews' },
};

/** Time for every process to look at its schedules twice. */
const twoLooks = () => new Promise((resolve) => setTimeout(resolve, 1200));

/** Processes that declare a schedule, with the time in the hands of the test. */
function scenario(db: JobsDatabase) {
  const runs: unknown[] = [];
  let now = new Date('2027-03-13T12:00:00Z');
  const clock = () => now;
  return {
    runs,
    clock,
    setTime(instant: string) {
      now = new Date(instant);
    },
    async startProcess(schedule = daily) {
      const jobs = db.createJobs({ clock });
      jobs.work(schedule.name, async ({ payload }) => {
        runs.push(payload);
      });
      jobs.schedule(schedule);
      await jobs.start();
      return jobs;
    },
  };
}

describe.each(jobsDatabases)('schedules on $database', ({ open }) => {
  const test = testsWith(open);

  test('run each tick once, by the clock on the wall in Toronto, whatever the number of processes', async (db) => {
    const { runs, setTime, startProcess } = scenario(db);
    await startProcess();
    await startProcess();
    setTime('2027-03-13T13:59:59Z');
    await twoLooks();
    expect(runs).toEqual([]);
    setTime('2027-03-13T14:00:00Z');
    await vi.waitFor(() => expect(runs).toHaveLength(1), { timeout: 5000 });
    await twoLooks();
    expect(runs).toEqual([{ queue: 'reviews' }]);
    setTime('2027-03-14T13:00:00Z');
    await vi.waitFor(() => expect(runs).toHaveLength(2), { timeout: 5000 });
    await twoLooks();
    expect(runs).toHaveLength(2);
  });

  test('make up once for the ticks missed while no process was there', async (db) => {
    const { runs, setTime, startProcess } = scenario(db);
    const first = await startProcess();
    await first.stop();
    setTime('2027-03-20T12:00:00Z');
    await startProcess();
    await startProcess();
    await vi.waitFor(() => expect(runs).toHaveLength(1), { timeout: 5000 });
    await twoLooks();
    expect(runs).toHaveLength(1);
    setTime('2027-03-20T13:00:00Z');
    await vi.waitFor(() => expect(runs).toHaveLength(2), { timeout: 5000 });
  });

  test('make up for nothing when the schedule is another one', async (db) => {
    const { runs, setTime, startProcess } = scenario(db);
    const first = await startProcess();
    await first.stop();
    setTime('2027-03-20T12:00:00Z');
    await startProcess({ ...daily, cron: '0 10 * * *' });
    setTime('2027-03-20T13:30:00Z');
    await twoLooks();
    expect(runs).toEqual([]);
    setTime('2027-03-20T14:00:00Z');
    await vi.waitFor(() => expect(runs).toHaveLength(1), { timeout: 5000 });
  });

  test('take a tick up when the one before still waits', async (db) => {
    const { runs, setTime, clock } = scenario(db);
    const jobs = db.createJobs({ clock });
    jobs.schedule(daily);
    await jobs.start();
    for (const day of ['2027-03-13T14:00:00Z', '2027-03-14T13:00:00Z', '2027-03-15T13:00:00Z']) {
      setTime(day);
      await twoLooks();
    }
    const working = db.createJobs({ clock });
    working.work(daily.name, async ({ payload }) => {
      runs.push(payload);
    });
    await working.start();
    await twoLooks();
    expect(runs).toHaveLength(1);
  });

  test('are refused when they are wrong or declared twice', async (db) => {
    const jobs = db.createJobs();
    expect(() => jobs.schedule({ ...daily, cron: 'every day' })).toThrow(TypeError);
    expect(() => jobs.schedule({ ...daily, timeZone: 'America/Chicoutimi' })).toThrow(TypeError);
    jobs.schedule(daily);
    expect(() => jobs.schedule(daily)).toThrow('declared twice');
  });
});
