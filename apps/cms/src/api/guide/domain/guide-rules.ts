import type { Guide, GuideTarget } from '@passerelle/contracts';

/** What a guide's rules are made of; its words may change without them. */
export type Ruled = Pick<Guide, 'start' | 'questions' | 'pages'>;

/** A question or a page whose rules differ between two guides. */
export interface Difference {
  list: 'questions' | 'pages';
  /** As it is called where it is there. */
  title: string;
}

/** The rules as text: what may be asked and answered, and where that leads. Equal rules, equal text. */
export function rulesOf(guide: Ruled): string {
  return JSON.stringify([
    guide.start,
    ...[...stepsOf(guide).entries()].map(([key, { rule }]) => [key, rule]),
  ]);
}

/** The questions and pages that aren't in both guides, or lead elsewhere in the second. */
export function differences(one: Ruled, other: Ruled): Difference[] {
  const [mine, theirs] = [stepsOf(one), stepsOf(other)];
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((key) => {
    const [here, there] = [mine.get(key), theirs.get(key)];
    const known = here ?? there;
    return known === undefined || here?.rule === there?.rule
      ? []
      : [{ list: known.list, title: known.title }];
  });
}

type Step = Difference & { rule: string };

/** By key, in the order of the alphabet: the order on the screen is no rule. */
function stepsOf({ questions, pages }: Ruled): ReadonlyMap<string, Step> {
  const steps: [string, Step][] = [
    ...questions.map(({ key, title, options }): [string, Step] => {
      const ways = options.map((option) => `${option.key} ${goal(option.target)}`).sort();
      return [`question ${key}`, { list: 'questions', title, rule: ways.join('\n') }];
    }),
    ...pages.map(({ key, title, tone, next }): [string, Step] => [
      `page ${key}`,
      { list: 'pages', title, rule: `${tone} ${next === null ? 'end' : goal(next)}` },
    ]),
  ];
  return new Map(steps.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const goal = (target: GuideTarget) => (target.to === 'form' ? 'form' : `${target.to} ${target.key}`);
