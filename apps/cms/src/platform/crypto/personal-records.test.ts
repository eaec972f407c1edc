import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPersonalRecords } from './personal-records.ts';

const FIRST = 'c'.repeat(64);
const SECOND = 'd'.repeat(64);
const THIRD = 'e'.repeat(64);
const records = createPersonalRecords({ masterKey: FIRST, oldKeys: [] });
const rotated = createPersonalRecords({ masterKey: SECOND, oldKeys: [FIRST] });
const TABLE = 'passerelle_inquiries';

const text = fc.string({ unit: 'binary', maxLength: 200 }).filter((value) => value.isWellFormed());
const word = fc.string({ maxLength: 12 });

describe('a record', () => {
  test('gives back any text of any field, and tells nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(word, word, word, text, async (table, row, field, value) => {
        const { wrappedKey, seal } = await records.newRecord(table, row);
        const sealed = await seal(field, value);
        const { open } = await records.openRecord(table, row, wrappedKey);
        expect(await open(field, sealed)).toBe(value);
        if (value.length > 3) expect(sealed).not.toContain(value);
      }),
      { numRuns: 50 },
    );
  });

  test('opens at its place alone', async () => {
    await fc.assert(
      fc.asyncProperty(word, word, word, word, word, word, async (...places) => {
        const [table, row, field, ...elsewhere] = places;
        const [otherTable, otherRow, otherField] = elsewhere;
        fc.pre(table !== otherTable && row !== otherRow && field !== otherField);
        const { wrappedKey, seal } = await records.newRecord(table, row);
        const sealed = await seal(field, 'à Québec');
        await expect(records.openRecord(otherTable, row, wrappedKey)).rejects.toThrow();
        await expect(records.openRecord(table, otherRow, wrappedKey)).rejects.toThrow();
        const { open } = await records.openRecord(table, row, wrappedKey);
        await expect(open(otherField, sealed)).rejects.toThrow();
      }),
      { numRuns: 30 },
    );
  });

  test('does not open what another record has sealed, even under the same name', async () => {
    const { wrappedKey } = await records.newRecord(TABLE, '7');
    const { seal } = await records.newRecord(TABLE, '7');
    const { open } = await records.openRecord(TABLE, '7', wrappedKey);
    await expect(open('email', await seal('email', 'a'))).rejects.toThrow();
  });

  test('does not open once it was changed, wherever', async () => {
    const { wrappedKey, seal } = await records.newRecord(TABLE, '7');
    const sealed: Record<string, string> = JSON.parse(await seal('email', 'visiteur@exemple.example'));
    const { open } = await records.openRecord(TABLE, '7', wrappedKey);
    for (const [part, value] of Object.entries(sealed)) {
      const changed = JSON.stringify({
        ...sealed,
        [part]: (value.startsWith('A') ? 'B' : 'A') + value.slice(1),
      });
      await expect(open('email', changed)).rejects.toThrow();
    }
  });

  test('seals the same text differently each time', async () => {
    const { seal } = await records.newRecord(TABLE, '7');
    expect(await seal('email', 'a')).not.toBe(await seal('email', 'a'));
  });
});

describe('a new master key', () => {
  test('opens what was sealed before, and wraps the same key anew', async () => {
    const { wrappedKey, kid, seal } = await records.newRecord(TABLE, '7');
    const sealed = await seal('email', 'a');
    expect(await (await rotated.openRecord(TABLE, '7', wrappedKey)).open('email', sealed)).toBe('a');
    const renewed = await rotated.rewrap(TABLE, '7', wrappedKey);
    expect([kid, renewed.kid]).toEqual([records.kid, rotated.kid]);
    expect(renewed.kid).not.toBe(kid);
    const alone = createPersonalRecords({ masterKey: SECOND, oldKeys: [] });
    expect(await (await alone.openRecord(TABLE, '7', renewed.wrappedKey)).open('email', sealed)).toBe('a');
    await expect(records.openRecord(TABLE, '7', renewed.wrappedKey)).rejects.toThrow('not known');
  });

  test('leaves the indexes as they are, for as long as the first key is the last of the old ones', () => {
    const email = 'visiteur@exemple.example';
    const index = records.blindIndex('email', email);
    expect(rotated.blindIndex('email', email)).toBe(index);
    const again = createPersonalRecords({ masterKey: THIRD, oldKeys: [SECOND, FIRST] });
    expect(again.blindIndex('email', email)).toBe(index);
    const without = createPersonalRecords({ masterKey: THIRD, oldKeys: [SECOND] });
    expect(without.blindIndex('email', email)).not.toBe(index);
  });
});

describe('a blind index', () => {
  test.each([
    ['email', 'Visiteur@Exemple.EXAMPLE ', 'visiteur@exemple.example'],
    ['email', 'a@québec.example', 'a@xn--qubec-csa.example'],
    ['email', 'a@que\u0301bec.example', 'a@QUÉBEC.example'],
    ['telephone', '+1 (418) 555-0123', '+14185550123'],
    ['name', 'Cœur  de-l’Île', "COEUR DE L'ILE"],
  ] as const)('%s: %s is %s', (kind, written, same) => {
    expect(records.blindIndex(kind, written)).toBe(records.blindIndex(kind, same));
  });

  test('is of its kind, and of its value', () => {
    const { blindIndex } = records;
    const all = [
      ...['a', 'b', 'a+b@x.example', 'ab@x.example', 'a.b@x.example', ''].map((value) =>
        blindIndex('email', value),
      ),
      ...['a', 'b'].map((value) => blindIndex('name', value)),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const index of all) expect(index).toMatch(/^[\w-]{43}$/);
  });
});
