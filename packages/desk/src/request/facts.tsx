import type { InquiryDetail } from '@passerelle/contracts';
import { Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { Pairs } from '../words/pairs.tsx';
import { Section } from '../words/section.tsx';
import { dayWords } from '../words/times.ts';

/** What the visitor sent: message, contact, answers. All of it is text, never markup. */
export function Facts({ detail }: { detail: InquiryDetail }) {
  const words = texts().detail;
  return (
    <>
      <Section title={words.message}>
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {detail.message}
        </Typography>
        {detail.masked && <Typography variant="pi">{words.masked}</Typography>}
      </Section>
      <Section title={words.contact}>
        <Pairs pairs={contactOf(detail)} />
      </Section>
      <Section title={words.answers}>
        <Typography variant="pi">{words.answersNote(detail.guide)}</Typography>
        {detail.answers.length === 0 ? (
          <Typography>{words.noAnswers}</Typography>
        ) : (
          <Pairs pairs={answersOf(detail)} />
        )}
      </Section>
    </>
  );
}

/** The wordings that were shown and agreed to, by their versions. */
export function Consents({ detail }: { detail: InquiryDetail }) {
  const words = texts().detail;
  return (
    <Section title={words.consents}>
      <Pairs
        pairs={[
          [words.notice, detail.notice],
          [words.given, detail.consents.join(', ')],
        ]}
      />
    </Section>
  );
}

function contactOf(detail: InquiryDetail): [string, string][] {
  const { languages, detail: words } = texts();
  const regions = new Intl.DisplayNames(language(), { type: 'region' });
  const pairs: [string, string | null | undefined][] = [
    [words.email, detail.email],
    [words.telephone, detail.telephone],
    [words.reach, words.reachWays[detail.reach]],
    [words.language, languages[detail.language]],
    [words.country, detail.country === null ? null : regions.of(detail.country)],
    [words.deadline, detail.deadline === null ? null : dayWords(detail.deadline, language())],
    [words.page, detail.page],
  ];
  return pairs.flatMap(([label, value]) => (value == null ? [] : [[label, value]]));
}

/** In the words the visitor read; where those aren't kept, by their short names. */
function answersOf({ answers, answersInWords }: InquiryDetail): [string, string][] {
  return answers.map(({ question, option }, place) => {
    const words = answersInWords[place];
    return [words?.question ?? spoken(question), words?.option ?? spoken(option)];
  });
}

/** A short name as words: `permis-etudes` → `Permis etudes`. */
function spoken(slug: string): string {
  const text = slug.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
