import { Typography } from '@strapi/design-system';
import type { CampaignAudience } from '../../api/campaign-desk/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { Folded } from '../poll/folded.tsx';
import { Note } from '../poll/note.tsx';
import { usePoll } from '../polling/use-poll.ts';
import { count } from '../times/local-times.ts';
import type { CampaignClient } from './campaign-client.ts';
import { Reasons } from './reasons.tsx';

/** Readers come and go, but not by the second. */
const PAUSE_MS = 60_000;

interface AudienceProps {
  client: CampaignClient;
  documentId: string;
  occasion: string;
}

/** How many the campaign would go to if it left now, and why the others wouldn't get it. */
export function Audience({ client, documentId, occasion }: AudienceProps) {
  const words = texts().campaign;
  const { answer } = usePoll<CampaignAudience>({
    read: client.audience,
    pause: () => PAUSE_MS,
    subject: documentId,
    occasion,
  });
  if (answer === null) return <Note>{words.loading}</Note>;
  const { candidates, meant, excluded } = answer;
  return (
    <div>
      <Typography tag="p" fontWeight="bold" aria-live="polite">
        {words.readers(count(meant, language()), meant === 1)}
      </Typography>
      {candidates > meant && (
        <Folded summary={words.others(count(candidates - meant, language()))}>
          <Reasons excluded={excluded} />
        </Folded>
      )}
    </div>
  );
}
