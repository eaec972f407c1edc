import type { RequestDetail } from '@passerelle/contracts';
import { Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { Pairs } from '../words/pairs.tsx';
import { Section } from '../words/section.tsx';
import { instantWords } from '../words/times.ts';

const at = (instant: string) => instantWords(instant, language(), new Date());

/** Who asked, and whether that is known to be them. */
export function Person({ detail }: { detail: RequestDetail }) {
  const { languages, privacy: words } = texts();
  const { person } = detail;
  return (
    <Section title={words.person}>
      {person === null ? (
        <Typography>{words.erased}</Typography>
      ) : (
        <Pairs
          pairs={[
            [words.identity, detail.status === 'unconfirmed' ? words.unproven : words.proven],
            [words.name, person.name],
            [words.email, person.email],
            [words.language, languages[detail.language]],
            ...(person.message === '' ? [] : [[words.message, person.message] as const]),
          ]}
        />
      )}
    </Section>
  );
}

/** What was decided; nothing before. */
export function Closing({ detail }: { detail: RequestDetail }) {
  const { nobody, privacy: words } = texts();
  const { closedAt, closedBy, extension, provision, reason, status } = detail;
  const pairs: [string, string][] = [];
  if (extension !== null) {
    pairs.push([words.extended, words.extendedWhy(at(extension.at), extension.reason ?? '…')]);
  }
  if (closedAt !== null) {
    pairs.push([words.statuses[status], words.closedBy(closedBy ?? nobody, at(closedAt))]);
  }
  if (provision !== null) pairs.push([words.provision, provision]);
  if (reason !== null) pairs.push([words.answer, reason]);
  return pairs.length === 0 ? null : (
    <Section title={words.closing}>
      <Pairs pairs={pairs} />
    </Section>
  );
}
