import type { Locale } from '@passerelle/contracts';
import { type Campaign, type CampaignText, callsForQuebec, localesOf } from './campaign.ts';
import { problemsOf } from './check-rendition.ts';
import { claimsIn } from './claim-words.ts';

/** What is looked at before a campaign may be sent, in the order in which it is told. */
export const CAMPAIGN_CHECKS = [
  'sender',
  'languages',
  'subject',
  'content',
  'parts',
  'size',
  'links',
  'alternatives',
  'mandates',
  'audience',
  'preheader',
  'articles',
  'claims',
] as const;
export type CampaignCheck = (typeof CAMPAIGN_CHECKS)[number];

/** `failed` forbids sending; `warning` is a person's to judge. */
export type CheckState = 'fine' | 'warning' | 'failed';

/** What a check has found, and in which language; null where that isn't of one language. */
interface Finding {
  locale: Locale | null;
  /** A link, a word, the number of a block… as people find it again. Empty where the check says enough. */
  what: string;
}

export interface CheckResult {
  check: CampaignCheck;
  state: CheckState;
  found: Finding[];
}

/** A campaign in one of the languages it is sent in, as it would be sent. */
export interface WrittenLanguage {
  text: CampaignText;
  subject: string;
  html: string;
  plain: string;
  /** Octets of the HTML as it is sent, and of all its images. */
  htmlOctets: number;
  imageOctets: number;
  /** Who writes and why (L6). */
  signature: { isWhole: boolean; text: readonly string[]; html: readonly string[] };
  /** Links that can't work, or that don't answer. */
  badLinks: readonly string[];
  /** Titles of chosen articles that aren't public in this language. */
  missingArticles: readonly string[];
}

interface Checked {
  campaign: Pick<Campaign, 'segment' | 'texts' | 'articles'>;
  /** Those of the segment's languages that are written. */
  languages: readonly WrittenLanguage[];
  /** Whether the practice may offer services for Québec's programmes. */
  offersQuebec: boolean;
  /** How many readers would be sent it. */
  readers: number;
  /** What stands for the reader's link to unsubscribe. */
  unsubscribe: string;
}

/** What all images of a mail may weigh together. */
const IMAGE_LIMIT = 1024 * 1024;

/** Every check with what it has found; those that forbid sending are `failed`. */
export function checkCampaign(checked: Checked): CheckResult[] {
  return CAMPAIGN_CHECKS.map((check) => {
    const found = FINDINGS[check](checked);
    const state = found.length === 0 ? 'fine' : WARNINGS.has(check) ? 'warning' : 'failed';
    return { check, state, found };
  });
}

/** Whether nothing forbids sending. */
export const maySend = (results: readonly CheckResult[]): boolean =>
  results.every(({ state }) => state !== 'failed');

const WARNINGS: ReadonlySet<CampaignCheck> = new Set(['preheader', 'articles', 'claims']);

const FINDINGS: Readonly<Record<CampaignCheck, (checked: Checked) => Finding[]>> = {
  sender: eachLanguage(({ signature }) => when(!signature.isWhole)),
  languages: ({ campaign }) =>
    localesOf(campaign.segment)
      .filter((locale) => campaign.texts.every((text) => text.locale !== locale))
      .map((locale) => ({ locale, what: '' })),
  subject: eachLanguage((written, { unsubscribe }) =>
    when(problems(written, unsubscribe).includes('subject-malformed')),
  ),
  content: eachLanguage(({ text, missingArticles }, { campaign }) => {
    if (text.unreadable.length > 0) return text.unreadable.map(String);
    const articles = campaign.articles.length - missingArticles.length;
    return when(text.intro === null && text.blocks.length === 0 && articles === 0);
  }),
  parts: eachLanguage((written, { unsubscribe }) => {
    const problem = problems(written, unsubscribe);
    return when(problem.includes('text-missing') || problem.includes('unsubscribe-missing'));
  }),
  size: eachLanguage((written, { unsubscribe }) =>
    when(problems(written, unsubscribe).includes('too-large') || written.imageOctets > IMAGE_LIMIT),
  ),
  links: eachLanguage(({ badLinks }) => badLinks),
  alternatives: eachLanguage(({ text }) => text.withoutAlternative.map(String)),
  mandates: eachLanguage(({ text }, { offersQuebec }) =>
    offersQuebec ? [] : text.blocks.filter(callsForQuebec).map(({ label }) => label),
  ),
  audience: ({ readers }) => (readers > 0 ? [] : [{ locale: null, what: '' }]),
  preheader: eachLanguage(({ text }) => when(text.preheader === null)),
  articles: eachLanguage(({ missingArticles }) => missingArticles),
  claims: eachLanguage(({ text, plain }) => claimsIn([text.preheader ?? '', plain].join('\n'), text.locale)),
};

/** What something finds in each of the languages. */
function eachLanguage(find: (written: WrittenLanguage, checked: Checked) => readonly string[]) {
  return (checked: Checked): Finding[] =>
    checked.languages.flatMap((written) =>
      find(written, checked).map((what) => ({ locale: written.text.locale, what })),
    );
}

/** One finding, about the whole of a language. */
const when = (isSo: boolean): string[] => (isSo ? [''] : []);

const problems = ({ plain, ...written }: WrittenLanguage, unsubscribe: string) =>
  problemsOf({ ...written, text: plain, unsubscribe });
