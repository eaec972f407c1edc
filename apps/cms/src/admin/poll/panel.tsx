import { Box, Flex, Link, Status, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { PollLook } from '../../api/poll-desk/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { usePoll } from '../polling/use-poll.ts';
import { PollActions } from './actions.tsx';
import { BallotChart } from './ballot-chart.tsx';
import { describePoll } from './describe-poll.ts';
import { useDeskClient } from './desk-client.ts';
import { Fingerprint } from './fingerprint.tsx';
import { History } from './history.tsx';
import { Note } from './note.tsx';
import { pauseAfter } from './pauses.ts';
import { Results } from './results.tsx';

interface PanelProps {
  documentId: string;
  /** Changes with every save and publication, so that the answer is asked for at once. */
  occasion: string;
}

/** How the poll being edited stands, its count, and what staff may do with it. */
export function PollPanel({ documentId, occasion }: PanelProps) {
  const words = texts().poll;
  const client = useDeskClient(documentId);
  const showClosing = useShownClosing();
  const [turn, setTurn] = useState(0);
  const standing = useRef<HTMLDivElement>(null);
  const { answer, missed } = usePoll<PollLook>({
    read: client.look,
    pause: (last) => pauseAfter(last?.desk.state ?? null),
    subject: documentId,
    occasion: `${occasion}/${turn}`,
  });
  if (answer === null) return <Note>{missed ? words.unreachable : words.loading}</Note>;
  const { desk, name, url } = answer;
  return (
    <Flex direction="column" alignItems="stretch" gap={5} width="100%">
      <Flex ref={standing} tabIndex={-1} direction="column" alignItems="stretch" gap={2}>
        <Standing look={answer} />
        {missed && <Note>{words.unreachable}</Note>}
        {url !== null && (
          <Box>
            <Link href={url} isExternal>
              {words.seePage}
            </Link>
          </Box>
        )}
      </Flex>
      {desk.counts !== null && (
        <Results counts={desk.counts} labels={desk.labels} selection={name.selection} />
      )}
      {desk.hours.length > 0 && <BallotChart hours={desk.hours} closedAt={desk.closedAt} />}
      {desk.hash !== null && <Fingerprint desk={desk} hash={desk.hash} />}
      <PollActions
        look={answer}
        client={client}
        onDone={() => setTurn((before) => before + 1)}
        onExtended={showClosing}
        takeFocus={() => standing.current?.focus()}
      />
      <History events={desk.history} />
    </Flex>
  );
}

function Standing({ look }: { look: PollLook }) {
  const words = texts().poll;
  const said = describePoll(look.desk, words, language(), new Date());
  const { opensAt, closesAt, closedAt } = look.desk;
  const timed = opensAt !== null || closesAt !== null || closedAt !== null;
  return (
    <>
      <Box aria-live="polite">
        <Status variant={said.tone} size="S" width="100%">
          <Typography variant="omega" fontWeight="bold">
            {said.headline}
          </Typography>
        </Status>
      </Box>
      {said.lines.map((line) => (
        <Note key={line}>{line}</Note>
      ))}
      {timed && <Note>{words.zone}</Note>}
    </>
  );
}

/**
 * Has the edit form show a closing that was changed beside it: else the next save would bring the old one back.
 * What else was typed stays, and a form without changes stays so.
 */
function useShownClosing(): (closesAt: Date) => void {
  const modified = useForm('PollPanel', (form) => form.modified);
  const getValues = useForm('PollPanel', (form) => form.getValues);
  const resetForm = useForm('PollPanel', (form) => form.resetForm);
  const onChange = useForm('PollPanel', (form) => form.onChange);
  return (closesAt) => {
    const value = closesAt.toISOString();
    if (modified) onChange('closesAt', value);
    else resetForm({ ...getValues(), closesAt: value });
  };
}
