import type { Locale } from '@passerelle/contracts';
import { longDay } from '../../i18n/dates.ts';
import { messages } from '../../i18n/index.ts';
import { countryName } from './countries.ts';
import { deadlineOf } from './domain/deadline.ts';
import type { Draft } from './domain/draft.ts';
import type { FormStep } from './domain/form-steps.ts';
import { isCountry, telephoneOf } from './domain/telephone.ts';
import type { Trail } from './domain/trail.ts';
import { type Place, placePath } from './place.ts';

/** An answer as it is shown to whoever checks it. */
export interface SummaryRow {
  label: string;
  text: string;
  /** Where it is changed. */
  change: string;
}

interface Summarized {
  locale: Locale;
  draft: Draft;
  trail: Trail;
  /** Wording of the newsletter's box; null when there was none. */
  newsletter: string | null;
  /** Wording of the box for information that goes outside Québec; null when there was none. */
  transfer: string | null;
  /** In Québec, `YYYY-MM-DD`. */
  today: string;
  guideStart: string;
}

/** Everything that is sent, in the order it was asked. */
export function summaryRows({
  locale,
  draft,
  trail,
  newsletter,
  transfer,
  today,
  guideStart,
}: Summarized): SummaryRow[] {
  const t = messages(locale).inquiry;
  const { fields, consents } = draft;
  const to = (step: FormStep) => placePath(locale, { at: 'form', step }, { says: null, toCheck: true });
  const questions = trail.passed.flatMap((step) => {
    if (step.kind === 'page') return [];
    const { key, title } = step.question;
    const place: Place = key === guideStart ? { at: 'start' } : { at: 'guide', key };
    return [{ label: title, text: step.option.label, change: placePath(locale, place) }];
  });
  const deadline = deadlineOf(fields, today);
  const day = 'day' in deadline ? deadline.day : null;
  return [
    ...questions,
    { label: t.message.label, text: fields.message, change: to('message') },
    { label: t.contact.name, text: fields.name, change: to('contact') },
    { label: t.contact.email, text: fields.email, change: to('contact') },
    {
      label: t.contact.country,
      text: isCountry(fields.country) ? countryName(locale, fields.country) : t.check.notGiven,
      change: to('contact'),
    },
    {
      label: t.contact.telephone,
      text: telephoneOf(fields.telephone, fields.country)?.written ?? t.check.notGiven,
      change: to('contact'),
    },
    {
      label: t.contact.reach,
      text: fields.reach === 'telephone' ? t.contact.reaches.telephone : t.contact.reaches.email,
      change: to('contact'),
    },
    {
      label: t.deadline.label,
      text: day === null ? t.check.none : longDay(locale, day),
      change: to('deadline'),
    },
    ...[
      { label: t.check.transfer, wording: transfer },
      { label: t.check.newsletter, wording: newsletter },
    ].flatMap(({ label, wording }) =>
      wording === null
        ? []
        : [{ label, text: consents.includes(wording) ? t.check.yes : t.check.no, change: to('consents') }],
    ),
  ];
}
