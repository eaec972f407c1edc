import type { Locale } from '@passerelle/contracts';
import { TEXTS } from '../i18n/texts.ts';
import type { ImportErrorCode } from '../text/import-plain-text.ts';
import type { ImportReport } from './report.ts';

/** How many repairs of one rule, and damaged places of one kind, are shown one by one. */
const MOST_SHOWN = 5;

/** White space in a change would not be seen: it is named by its code point. */
function visible(text: string): string {
  const named = text.replace(/[^\S ]|[\p{Cc}\p{Cf}]|^ +$/gu, (sign) =>
    Array.from(
      sign,
      (each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    ).join(' '),
  );
  return named === '' ? '∅' : named;
}

function groupedBy<T, K extends string>(things: readonly T[], keyOf: (thing: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return [...groups];
}

/** The report as text for a person, in the language asked for, whatever the article's; ends without a newline. */
export function formatReport(report: ImportReport, locale: Locale): string {
  const texts = TEXTS[locale];
  const { heading, colon } = texts;
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const field = (name: string, value: string) => `${name}${colon}${value}`;
  const quantities = (['words', 'paragraphs', 'headings', 'lists', 'listItems', 'quotes'] as const)
    .filter((key) => report.counts[key] > 0)
    .map((key) => {
      const count = report.counts[key];
      const form = plural.select(count) === 'one' ? 'one' : 'other';
      return `${number.format(count)} ${texts.quantity[key][form]}`;
    });
  const mark = report.encoding.byteOrderMark ? ` (${texts.byteOrderMark})` : '';
  const section = (name: string, lines: string[]) => [
    '',
    field(name, lines.length === 0 ? texts.none : '').trimEnd(),
    ...lines,
  ];
  const shortened = <T>(things: readonly T[], show: (thing: T) => string) => [
    ...things.slice(0, MOST_SHOWN).map((thing) => `    ${show(thing)}`),
    ...(things.length > MOST_SHOWN ? [`    ${texts.more(things.length - MOST_SHOWN)}`] : []),
  ];
  const furniture = report.furniture.flatMap((piece) => {
    const { from, to } = piece.lines;
    const place = from === to ? `${texts.line} ${from}` : `${texts.lines} ${from}–${to}`;
    const said =
      piece.kind === 'poll'
        ? [
            `    ${field(texts.question, piece.question)}`,
            `    ${field(texts.options, piece.options.join(' / ') || texts.none)}`,
          ]
        : piece.text.split('\n').map((line) => `    ${line}`);
    return [`  ${texts.furniture[piece.kind]} (${place})`, ...said];
  });
  const repairs = groupedBy(report.repairs, ({ rule }) => rule).flatMap(([rule, group]) => [
    `  ${texts.repairs[rule]} (${number.format(group.length)})`,
    ...shortened(
      group,
      ({ line, column, before, after }) => `${line}:${column}  ${visible(before)} → ${visible(after)}`,
    ),
  ]);
  const damage = groupedBy(report.damage, ({ kind }) => kind).flatMap(([kind, group]) => [
    `  ${texts.damage[kind]} (${number.format(group.length)})`,
    ...shortened(group, ({ line, column, excerpt }) => `${line}:${column}  ${excerpt}`),
  ]);
  const warnings = report.warnings.map(({ code, line }) =>
    line === null ? `  ${texts.warnings[code]}` : `  ${texts.warnings[code]} (${texts.line} ${line})`,
  );
  return [
    field(heading.title, report.title),
    field(heading.source, report.sourceId),
    field(heading.date, report.date ?? texts.noDate),
    field(heading.encoding, `${report.encoding.name}${mark}`),
    field(heading.content, quantities.join(', ')),
    ...section(heading.furniture, furniture),
    ...section(heading.repairs, repairs),
    ...section(heading.damage, damage),
    ...section(heading.warnings, warnings),
  ].join('\n');
}

/** Why a file gave no article, as a sentence for a person. */
export function formatImportError(error: ImportErrorCode, locale: Locale): string {
  return TEXTS[locale].errors[error];
}
