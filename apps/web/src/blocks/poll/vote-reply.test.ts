import { describe, expect, test } from 'vitest';
import { keyFor, ownVote } from './client/own-vote.ts';
import { readReply } from './vote-reply.ts';

const row = { key: 'a', share: '50\u00a0%', count: '1', width: 50, leads: true };
const reply = {
  outcome: 'accepted',
  code: null,
  message: 'Merci',
  results: { rows: [row], ballots: '2 votes' },
};

describe('an answer read by the script', () => {
  test('is taken as it was sent', () => {
    expect(readReply(JSON.parse(JSON.stringify(reply)))).toEqual(reply);
    expect(readReply({ ...reply, outcome: 'refused', code: 'closed', results: null })).not.toBeNull();
  });

  test.each([
    null,
    'text',
    [],
    { ...reply, outcome: 'other' },
    { ...reply, message: 1 },
    { ...reply, code: 2 },
  ])('%j is none', (value) => {
    expect(readReply(value)).toBeNull();
  });

  test('shows no row it can’t read, and no table that is none', () => {
    const odd = { rows: [row, { key: 'b' }, 3], ballots: '2 votes' };
    expect(readReply({ ...reply, results: odd })?.results?.rows).toEqual([row]);
    expect(readReply({ ...reply, results: { rows: 1 } })?.results).toBeNull();
  });
});

describe('the vote of this tab', () => {
  const store = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
  };

  test('is read as it was kept, and one poll knows nothing of another', () => {
    const tab = store();
    const vote = { key: 'k', choices: ['a'], done: false };
    ownVote(() => tab, 'p').keep(vote);
    expect(ownVote(() => tab, 'p').read()).toEqual(vote);
    expect(ownVote(() => tab, 'q').read()).toBeNull();
    ownVote(() => tab, 'p').keep(null);
    expect(ownVote(() => tab, 'p').read()).toBeNull();
  });

  test('is nothing where the browser keeps nothing, or keeps something else', () => {
    const refusing = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(() => ownVote(refusing, 'p').keep({ key: 'k', choices: [], done: true })).not.toThrow();
    expect(ownVote(refusing, 'p').read()).toBeNull();
    const tab = store();
    for (const odd of ['{', '1', '{"key":1}', '{"key":"k","choices":"a","done":false}']) {
      tab.setItem('sondage-p', odd);
      expect(ownVote(() => tab, 'p').read(), odd).toBeNull();
    }
  });

  test('keeps its key until it is answered, whatever is chosen by then', () => {
    const pending = { key: 'k', choices: ['a', 'b'], done: false };
    expect(keyFor(pending, () => 'new')).toBe('k');
    expect(keyFor({ ...pending, done: true }, () => 'new')).toBe('new');
    expect(keyFor(null, () => 'new')).toBe('new');
  });
});
