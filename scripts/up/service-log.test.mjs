import { describe, expect, test } from 'vitest';
import { notable } from './service-log.mjs';

describe('notable', () => {
  test.each([
    ['{"level":30,"msg":"live"}', 'stdout', null],
    [
      '{"level":40,"msg":"report not delivered","failure":"The CMS is away."}',
      'stdout',
      'report not delivered: The CMS is away.',
    ],
    [
      '{"level":50,"msg":"failed","failure":{"code":"shrunk","detail":"3 of 40"}}',
      'stdout',
      'failed: shrunk: 3 of 40',
    ],
    ['{"level":50,"msg":"refused","err":{"message":"no"}}', 'stdout', 'refused: no'],
    ['{"level":30,"name":"cms","msg":"submission"}', 'stdout', null],
    ['{"level":20,"name":"cms","requestId":"r","form":"vote","msg":"submission"}', 'stdout', null],
    [
      '{"level":50,"name":"cms","requestId":"r","err":{"type":"SqliteError","code":"SQLITE_FULL","at":["x (y:1:1)"]},"msg":"submission failed"}',
      'stdout',
      'submission failed: SqliteError: SQLITE_FULL',
    ],
    [
      '{"level":50,"name":"cms","failure":"submission-set-aside","requestId":"r","msg":"alarm"}',
      'stdout',
      'alarm: submission-set-aside',
    ],
    ['[2026-11-23 07:00:00.000] info: Strapi started', 'stdout', null],
    [
      '[2026-11-23 07:00:00.000] \u001b[33mwarn\u001b[39m: low on space',
      'stdout',
      '[2026-11-23 07:00:00.000] warn: low on space',
    ],
    ['{not json', 'stderr', '{not json'],
    ['an error on the other stream', 'stderr', 'an error on the other stream'],
    ['no errors found', 'stdout', null],
    ['   ', 'stderr', null],
  ])('%j on %s gives %j', (line, from, text) => {
    expect(notable(line, from === 'stderr' ? 'stderr' : 'stdout')).toBe(text);
  });
});
