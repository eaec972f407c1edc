import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, EMPTY, follow, type Head, type Link } from './chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const text = fc.string({ maxLength: 12 });
const maybe = fc.option(text, { nil: null });
const event = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('given', 'withdrawn'),
  purpose: fc.constantFrom('inquiry', 'newsletter'),
  person: text,
  wording: maybe,
  locale: fc.constantFrom('fr-CA', 'en-CA'),
  page: maybe,
  formVersion: maybe,
  actor: text,
  detail: maybe,
});
type Event = Omit<Link, 'sequence' | 'hash'>;

function chainOf(events: readonly Event[]): { links: Link[]; head: Head } {
  const links: Link[] = [];
  for (const one of events) links.push(append(links.at(-1) ?? EMPTY, one, sha256));
  const { sequence, hash } = links.at(-1) ?? EMPTY;
  return { links, head: { sequence, hash } };
}

/** Whether the links lead to this head, as the ledger is verified. */
function isWhole(links: readonly Link[], head: Head): boolean {
  const followed = follow(EMPTY, links, sha256);
  return 'head' in followed && followed.head.sequence === head.sequence && followed.head.hash === head.hash;
}

test('a chain as it was written is whole, also when it is followed in pieces', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), fc.nat(8), (events, cut) => {
      const { links, head } = chainOf(events);
      expect(isWhole(links, head)).toBe(true);
      const first = follow(EMPTY, links.slice(0, cut), sha256);
      if (!('head' in first)) throw new Error('broken');
      expect(follow(first.head, links.slice(cut), sha256)).toEqual({ head });
    }),
  );
});

const some = fc.array(event, { minLength: 2, maxLength: 8 });

test('a change of any field of any event is found, at that event', () => {
  fc.assert(
    fc.property(some, fc.nat(), event, fc.nat(), (events, at, other, field) => {
      const { links } = chainOf(events);
      const index = at % links.length;
      const name = Object.keys(other)[field % Object.keys(other).length] ?? '';
      const changed = { ...links[index], [name]: Reflect.get(other, name) };
      fc.pre(Reflect.get(links[index] ?? {}, name) !== Reflect.get(other, name));
      const forged = links.map((link, here) => (here === index ? { ...link, ...changed } : link));
      expect(follow(EMPTY, forged, sha256)).toEqual({ brokenAt: index + 1 });
    }),
  );
});

test('an event that is taken out is found, the last ones too', () => {
  fc.assert(
    fc.property(some, fc.nat(), fc.integer({ min: 1, max: 8 }), (events, at, count) => {
      const { links, head } = chainOf(events);
      expect(isWhole(links.toSpliced(at % links.length, count), head)).toBe(false);
    }),
  );
});

test('an event that is put in is found, wherever, also one whose hash is right there', () => {
  fc.assert(
    fc.property(some, fc.nat(), event, (events, at, other) => {
      const { links, head } = chainOf(events);
      const index = at % (links.length + 1);
      const forged = append(links[index - 1] ?? EMPTY, other, sha256);
      expect(isWhole(links.toSpliced(index, 0, forged), head)).toBe(false);
    }),
  );
});

test('two events that change places are found', () => {
  fc.assert(
    fc.property(some, fc.nat(), fc.nat(), (events, a, b) => {
      const { links, head } = chainOf(events);
      const [one, two] = [links[a % links.length], links[b % links.length]];
      fc.pre(one !== two && one !== undefined && two !== undefined);
      const swapped = links.map((link): Link => (link === one ? two : link === two ? one : link));
      expect(isWhole(swapped, head)).toBe(false);
      const renumbered = swapped.map((link, index) => ({ ...link, sequence: index + 1 }));
      expect(isWhole(renumbered, head)).toBe(false);
    }),
  );
});

test('a chain that is written anew from some event on ends elsewhere', () => {
  fc.assert(
    fc.property(some, event, (events, other) => {
      const { head } = chainOf(events);
      const forged = chainOf([other, ...events.slice(1)]);
      fc.pre(JSON.stringify(other) !== JSON.stringify(events[0]));
      expect(isWhole(forged.links, head)).toBe(false);
    }),
  );
});
