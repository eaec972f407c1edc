import type { GuideFields, GuideTarget } from './guide.ts';

/** What keeps a guide from being followed. */
export const GUIDE_FAULTS = {
  key: 'each question and page has a key of its own',
  optionKey: 'each option of a question has a key of its own',
  start: 'it starts with one of its questions',
  target: 'every answer leads to something that is there',
  circle: 'no way leads back to itself',
  reach: 'everything can be reached from the first question',
} as const;

export interface GuideFault {
  /** From the guide down to the question, option or page. */
  path: (string | number)[];
  message: (typeof GUIDE_FAULTS)[keyof typeof GUIDE_FAULTS];
}

/** A question or a page: its key, where it stands and where it leads. */
interface Step {
  kind: 'question' | 'page';
  key: string;
  path: [list: 'questions' | 'pages', index: number];
  ways: { path: (string | number)[]; target: GuideTarget }[];
}

/** Everything that is wrong with how a guide hangs together, in its order; empty for one that can be followed. */
export function guideFaults(guide: GuideFields): GuideFault[] {
  const steps = stepsOf(guide);
  const { key, optionKey, start, target, circle, reach } = GUIDE_FAULTS;
  const faults: GuideFault[] = [
    ...repeated(steps).map(({ path }) => ({ path, message: key })),
    ...guide.questions.flatMap(({ options }, index) =>
      repeated(
        options.map((option, place) => ({ ...option, path: ['questions', index, 'options', place] })),
      ).map(({ path }) => ({ path, message: optionKey })),
    ),
  ];
  if (!guide.questions.some((question) => question.key === guide.start)) {
    faults.push({ path: ['start'], message: start });
  }
  for (const { ways } of steps) {
    for (const way of ways) {
      if (way.target.to !== 'form' && !goal(steps, way.target))
        faults.push({ path: way.path, message: target });
    }
  }
  // What follows has a meaning only where every way leads somewhere.
  if (faults.length > 0) return faults;
  faults.push(...waysBack(steps).map((path) => ({ path, message: circle })));
  const reached = reachedFrom(steps, guide.start);
  faults.push(...steps.filter((step) => !reached.has(step)).map(({ path }) => ({ path, message: reach })));
  return faults;
}

function stepsOf({ questions, pages }: GuideFields): Step[] {
  return [
    ...questions.map(
      ({ key, options }, index): Step => ({
        kind: 'question',
        key,
        path: ['questions', index],
        ways: options.map(({ target }, place) => ({ path: ['questions', index, 'options', place], target })),
      }),
    ),
    ...pages.map(
      ({ key, next }, index): Step => ({
        kind: 'page',
        key,
        path: ['pages', index],
        ways: next === null ? [] : [{ path: ['pages', index], target: next }],
      }),
    ),
  ];
}

/** Those whose key an earlier one has. */
function repeated<Keyed extends { key: string }>(list: readonly Keyed[]): Keyed[] {
  return list.filter(({ key }, index) => list.findIndex((one) => one.key === key) < index);
}

function goal(steps: readonly Step[], target: GuideTarget): Step | undefined {
  return target.to === 'form'
    ? undefined
    : steps.find(({ kind, key }) => kind === target.to && key === target.key);
}

function reachedFrom(steps: readonly Step[], start: string): ReadonlySet<Step> {
  const seen = new Set<Step>();
  const ahead = steps.filter(({ kind, key }) => kind === 'question' && key === start);
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    if (seen.has(step)) continue;
    seen.add(step);
    ahead.push(...step.ways.flatMap(({ target }) => goal(steps, target) ?? []));
  }
  return seen;
}

/** Where a way leads back to a step that it comes from. */
function waysBack(steps: readonly Step[]): (string | number)[][] {
  const done = new Set<Step>();
  const onWay = new Set<Step>();
  const back: (string | number)[][] = [];
  const follow = (step: Step): void => {
    onWay.add(step);
    for (const { path, target } of step.ways) {
      const next = goal(steps, target);
      if (next === undefined || done.has(next)) continue;
      if (onWay.has(next)) back.push(path);
      else follow(next);
    }
    onWay.delete(step);
    done.add(step);
  };
  for (const step of steps) if (!done.has(step)) follow(step);
  return back;
}
