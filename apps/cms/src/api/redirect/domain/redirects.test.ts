import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normalPath,
  planArrival,
  planManual,
  planMove,
  type RedirectPlan,
  type RedirectRule,
} from './redirects.ts';

const PATHS = ['/a/', '/b/', '/c/', '/d/', '/e/', '/f/'] as const;
const path = fc.constantFrom(...PATHS);

/** Articles by name with the path each is live at, and the redirects beside them. */
class Site {
  readonly live = new Map<string, string>();
  readonly visited = new Map<string, string>();
  rules: RedirectRule[] = [];

  isLive = (at: string) => [...this.live.values()].includes(at);

  apply({ put, remove }: RedirectPlan) {
    const gone = new Set([...remove, ...put.map((rule) => rule.from)]);
    this.rules = [...this.rules.filter((rule) => !gone.has(rule.from)), ...put];
  }

  /** Publishes an article at a path, as the CMS does: never where another is. */
  publish(article: string, at: string) {
    if (this.isLive(at)) return;
    const from = this.live.get(article);
    this.live.set(article, at);
    this.apply(from === undefined ? planArrival(this.rules, at) : planMove(this.rules, { from, to: at }));
    this.visited.delete(at);
    if (from !== undefined) this.visited.set(from, article);
  }

  write(rule: RedirectRule) {
    const plan = planManual(this.rules, rule, this.isLive);
    if (typeof plan === 'string') return plan;
    this.visited.delete(rule.from);
    for (const put of plan.put) this.visited.delete(put.from);
    this.apply(plan);
    return 'written';
  }
}

const step = fc.oneof(
  fc.record({ do: fc.constant('publish' as const), article: fc.constantFrom('x', 'y', 'z'), at: path }),
  fc.record({ do: fc.constant('write' as const), from: path, to: fc.option(path) }),
);

function play(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Site {
  const site = new Site();
  for (const move of steps) {
    if (move.do === 'publish') site.publish(move.article, move.at);
    else site.write({ from: move.from, to: move.to });
  }
  return site;
}

describe('redirects, whatever was published, moved and written before', () => {
  it('have no chain and no loop', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { rules } = play(steps);
        for (const rule of rules) {
          expect(rule.to).not.toBe(rule.from);
          const next = rules.find((other) => other.from === rule.to);
          expect(next === undefined || next.to === null).toBe(true);
        }
      }),
    );
  });

  it('never stand where something is live, and each address has one at most', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { rules, isLive } = play(steps);
        for (const rule of rules) expect(isLive(rule.from)).toBe(false);
        expect(new Set(rules.map((rule) => rule.from)).size).toBe(rules.length);
      }),
    );
  });

  it('lead from every address an article has left to where it is now', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { rules, visited, live } = play(steps);
        for (const [from, article] of visited) {
          expect(rules.find((rule) => rule.from === from)?.to).toBe(live.get(article));
        }
      }),
    );
  });
});

describe('a redirect written by a person', () => {
  const rules = [{ from: '/old/', to: '/new/' }];

  it('is refused where something is live', () => {
    expect(planManual(rules, { from: '/live/', to: '/new/' }, (at) => at === '/live/')).toBe(
      'redirect-shadows-live',
    );
  });

  it('is refused when it would lead back to itself', () => {
    expect(planManual(rules, { from: '/new/', to: '/old/' }, () => false)).toBe('redirect-loop');
    expect(planManual([], { from: '/x/', to: '/x/' }, () => false)).toBe('redirect-loop');
  });

  it('leads straight to where its target ends', () => {
    expect(planManual(rules, { from: '/older/', to: '/old/' }, () => false)).toEqual({
      put: [{ from: '/older/', to: '/new/' }],
      remove: [],
    });
  });
});

it('compares paths with their last slash, and files without', () => {
  expect(['/a', '/a/', '/a.html', 'https://example.org/a'].map(normalPath)).toEqual([
    '/a/',
    '/a/',
    '/a.html',
    'https://example.org/a',
  ]);
});
