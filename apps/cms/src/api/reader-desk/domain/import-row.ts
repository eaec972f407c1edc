import {
  daySchema,
  type Frequency,
  type ImportFault,
  type ImportField,
  type ImportMapping,
  type Locale,
  parseAddress,
} from '@passerelle/contracts';

/** What a row hands over of a consent; nulls where its cell is empty. */
export interface HandedEvidence {
  /** `2024-05-31` */
  consentDate: string | null;
  wording: string | null;
  source: string | null;
  evidence: string | null;
}

/** A row of an imported table, read. */
export interface ImportRow extends HandedEvidence {
  email: string;
  locale: Locale;
  /** Document ids of categories. */
  topics: string[];
  /** Document ids. */
  programmes: string[];
  frequency: Frequency;
}

/** What rows are read with. */
export interface RowReading {
  mapping: ImportMapping;
  /** Of rows that say none. */
  locale: Locale;
  /** By a category's name or address in any language, or its document id: see `termKey`. */
  topics: ReadonlyMap<string, string>;
  /** Likewise of programmes. */
  programmes: ReadonlyMap<string, string>;
  /** Where the newsroom is, `2026-11-29`. */
  today: string;
}

/** The longest texts a row may hand over, in characters. */
const LONGEST: Readonly<Record<'wording' | 'source' | 'evidence', number>> = {
  wording: 2_000,
  source: 500,
  evidence: 1_000,
};

const LOCALE_WORDS: Readonly<Record<string, Locale>> = {
  fr: 'fr-CA',
  'fr-ca': 'fr-CA',
  french: 'fr-CA',
  francais: 'fr-CA',
  en: 'en-CA',
  'en-ca': 'en-CA',
  english: 'en-CA',
  anglais: 'en-CA',
};

const FREQUENCY_WORDS: Readonly<Record<string, Frequency>> = {
  instant: 'instant',
  immediate: 'instant',
  daily: 'daily',
  quotidien: 'daily',
  quotidienne: 'daily',
  weekly: 'weekly',
  hebdomadaire: 'weekly',
  monthly: 'monthly',
  mensuel: 'monthly',
  mensuelle: 'monthly',
};

/** Words without case, accents and outer spaces: what is typed by hand differs in them. */
const plain = (text: string): string => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** What a topic or a programme is looked up by. */
export const termKey = (name: string): string => plain(name);

/** Reads a row's cells; a fault is the first that was found, in the order of the fields. */
export function readImportRow(cells: readonly string[], reading: RowReading): ImportRow | ImportFault {
  const { mapping, today } = reading;
  const last = Math.max(...Object.values(mapping));
  if (cells.length <= last) return 'columns-missing';
  const text = (field: ImportField): string => {
    const column = mapping[field];
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };
  if (text('email') === '') return 'email-missing';
  const email = parseAddress(text('email'));
  if (email === null) return 'email-wrong';
  const locale =
    text('locale') === '' ? reading.locale : LOCALE_WORDS[plain(text('locale')).replace('_', '-')];
  if (locale === undefined) return 'locale-unknown';
  const topics = termsOf(text('topics'), reading.topics);
  if (topics === null) return 'topic-unknown';
  const programmes = termsOf(text('programmes'), reading.programmes);
  if (programmes === null) return 'programme-unknown';
  const frequency = text('frequency') === '' ? 'weekly' : FREQUENCY_WORDS[plain(text('frequency'))];
  if (frequency === undefined) return 'frequency-unknown';
  const consentDate = text('consentDate') === '' ? null : dayOf(text('consentDate'));
  if (consentDate === undefined) return 'date-wrong';
  if (consentDate !== null && consentDate > today) return 'date-future';
  const handed = { wording: text('wording'), source: text('source'), evidence: text('evidence') };
  if (LIMITED.some((field) => handed[field].length > LONGEST[field])) return 'too-long';
  const { wording, source, evidence } = handed;
  return {
    ...{ email, locale, topics, programmes, frequency, consentDate },
    wording: wording || null,
    source: source || null,
    evidence: evidence || null,
  };
}

const LIMITED = ['wording', 'source', 'evidence'] as const;

/** Whether a consent can be shown: when it was given, in answer to what, and what proves it (CASL, s. 13). */
export const isProven = ({ consentDate, wording, source, evidence }: HandedEvidence): boolean =>
  consentDate !== null && evidence !== null && (wording !== null || source !== null);

function termsOf(text: string, known: ReadonlyMap<string, string>): string[] | null {
  const names = text
    .split(/[|;,]/)
    .map(termKey)
    .filter((name) => name !== '');
  const ids = names.map((name) => known.get(name));
  return ids.some((id) => id === undefined) ? null : [...new Set(ids.filter((id) => id !== undefined))];
}

/** A day as ISO 8601 has it, with or without a time; others can be read in two ways. Undefined when it is none. */
function dayOf(text: string): string | undefined {
  const [day = ''] = text.replaceAll('/', '-').split(/[T ]/, 1);
  return daySchema.safeParse(day).success ? day : undefined;
}
