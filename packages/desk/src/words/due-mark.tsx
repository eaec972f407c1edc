import type { DueColour, InquirySummary } from '@passerelle/contracts';
import { Status, type StatusVariant, Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { instantWords } from './times.ts';

const TONES: Record<DueColour, StatusVariant> = {
  none: 'neutral',
  paused: 'secondary',
  ok: 'success',
  soon: 'warning',
  late: 'danger',
};

/** Until when a request must be answered: in words, which the colour only repeats. */
export function DueMark({ of }: { of: Pick<InquirySummary, 'due' | 'dueAt'> }) {
  const at = of.dueAt === null ? '' : instantWords(of.dueAt, language(), new Date());
  return (
    <Status variant={TONES[of.due]} size="S">
      <Typography variant="pi" fontWeight="bold">
        {texts().due[of.due](at)}
      </Typography>
    </Status>
  );
}
