import type { RegisteredRequest } from '@passerelle/contracts';
import { Status, type StatusVariant, Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { dayWords, officeDay } from '../words/times.ts';

const TONES: Record<RegisteredRequest['colour'], StatusVariant> = {
  none: 'neutral',
  ok: 'success',
  soon: 'warning',
  late: 'danger',
};

/** How many days are left to answer: in words, which the colour only repeats. */
export function ClockMark({ of }: { of: Pick<RegisteredRequest, 'dueAt' | 'daysLeft' | 'colour'> }) {
  const { clock } = texts().privacy;
  const day = dayWords(officeDay(new Date(of.dueAt)), language());
  if (of.daysLeft === null) return <Typography>{day}</Typography>;
  return (
    <Status variant={TONES[of.colour]} size="S">
      <Typography variant="pi" fontWeight="bold">
        {of.colour === 'late' ? clock.late(day) : clock.left(of.daysLeft, day)}
      </Typography>
    </Status>
  );
}
