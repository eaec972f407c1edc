import { describe, expect, test } from 'vitest';
import { outcomeText } from './publish.mjs';

describe('outcomeText', () => {
  const built = {
    release: 'r-2',
    revision: 12,
    pagesWritten: 3,
    pagesTotal: 90,
    switched: true,
    warnings: [],
  };

  test('tells of a new release', () => {
    expect(outcomeText(JSON.stringify({ ok: true, built }))).toBe(
      'Release r-2 is live: revision 12, 3 of 90 pages written.',
    );
  });

  test('tells of nothing new, and of warnings', () => {
    const same = { ...built, switched: false, warnings: ['no such image'] };
    expect(outcomeText(JSON.stringify({ ok: true, built: same }))).toBe(
      'Release r-2 was live already, nothing differs: revision 12, 3 of 90 pages written.\n  warning: no such image',
    );
  });

  test('tells why nothing was published', () => {
    const failure = { code: 'shrunk', detail: '3 pages instead of 90.' };
    expect(outcomeText(JSON.stringify({ ok: false, failure }))).toBe(
      'Not published (shrunk); the release before stays live.\n3 pages instead of 90.',
    );
  });

  test.each(['', 'Bad gateway', 'null', '{}'])('shows %j as it came', (text) => {
    expect(outcomeText(text)).toBe(text);
  });
});
