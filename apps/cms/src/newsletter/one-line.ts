/** What a title may have and a header may not; no longer than a header's line. */
export const oneLine = (text: string): string =>
  Array.from(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
    .slice(0, 200)
    .join('')
    .trim();
