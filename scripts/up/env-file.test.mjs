import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { appendVariables, parseEnvFile } from './env-file.mjs';

describe('parseEnvFile', () => {
  test.each([
    'A=1',
    'export A=1',
    '  A = spaced  ',
    'A="quoted # not a comment"',
    "A='single'",
    'A=`back`',
    'A=value # comment',
    'A=',
    '# A=1\n\nB=2',
    'A=1\r\nB=2\r\n',
    'A=1\nA=2',
    'A="two\\nlines"',
    'A=x=y==',
    'A=postgres://u:p@h:5432/d?sslmode=require',
    '\uFEFFA=1'.slice(1),
  ])('reads %j as Node does', (text) => {
    const { values, unreadable } = parseEnvFile(text);
    expect(unreadable).toEqual([]);
    expect(Object.fromEntries(values)).toEqual(parseEnv(text));
  });

  test('takes no notice of a byte order mark', () => {
    expect(parseEnvFile('\uFEFFA=1').values.get('A')).toBe('1');
  });

  test('names the lines that are no variable, and still reads the others', () => {
    const { values, unreadable } = parseEnvFile('A=1\nnonsense\n2B=3\nC="not closed\nD=4\n');
    expect(unreadable).toEqual([2, 3, 4]);
    expect([...values.keys()]).toEqual(['A', 'D']);
  });
});

describe('appendVariables', () => {
  const addition = { name: 'B', value: '2', about: 'The second.' };

  test('starts a file', () => {
    expect(appendVariables('', [addition])).toBe('# The second.\nB=2\n');
  });

  test('keeps what is there to the letter, also without an end of line', () => {
    expect(appendVariables('# mine\nA = 1', [addition])).toBe('# mine\nA = 1\n\n# The second.\nB=2\n');
  });

  test('changes nothing when nothing is added', () => {
    expect(appendVariables('A=1', [])).toBe('A=1');
  });
});
