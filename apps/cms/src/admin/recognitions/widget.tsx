import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import {
  type RecognitionLevel,
  type Recognitions,
  recognitionsSchema,
} from '../../api/consultant/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { usePoll } from '../polling/use-poll.ts';
import { readAnswer } from '../site-status/read-answers.ts';
import { describeAll, describeRecognition } from './describe-recognition.ts';

/** Recognitions change by the day. */
const PAUSE_MS = 600_000;
const RETRY_MS = 10_000;

const COLOURS: Record<RecognitionLevel, string> = {
  none: 'neutral600',
  fine: 'success600',
  ending: 'warning600',
  overdue: 'danger600',
  expired: 'danger600',
};

/** The home page's « Reconnaissances »: whose ends when, and what the site does about it. */
export function RecognitionsWidget() {
  const { get } = useFetchClient();
  const { answer, missed } = usePoll<Recognitions>({
    read: () => readAnswer(get, recognitionsSchema, '/passerelle/recognitions'),
    pause: (last) => (last === null ? RETRY_MS : PAUSE_MS),
    subject: 'recognitions',
    occasion: '',
  });
  const words = texts().recognitions;
  if (answer === null) return missed ? <Widget.Error>{words.unreachable}</Widget.Error> : <Widget.Loading />;
  const all = describeAll(answer, words);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {all !== null && <Typography fontWeight="bold">{all}</Typography>}
      {answer.consultants.length === 0 && <Typography textColor="neutral600">{words.none}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={words.list}>
        {answer.consultants.map((consultant) => (
          <Consultant key={consultant.documentId} consultant={consultant} />
        ))}
      </Flex>
    </Flex>
  );
}

function Consultant({ consultant }: { consultant: Recognitions['consultants'][number] }) {
  const { level, when } = describeRecognition(consultant, texts().recognitions, language());
  const entry = `/content-manager/collection-types/api::consultant.consultant/${consultant.documentId}`;
  return (
    <Box tag="li">
      <Link href={`/admin${entry}`} aria-label={`${texts().recognitions.edit} – ${consultant.name}`}>
        {consultant.name}
      </Link>
      <Box>
        <Typography variant="pi" fontWeight="bold" textColor={COLOURS[consultant.level]}>
          {level}
        </Typography>{' '}
        {when !== null && (
          <Typography variant="pi" textColor="neutral600">
            {when}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
