import { Box, Flex, Typography } from '@strapi/design-system';
import type { PollEvent } from '../../api/poll/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { describeEvent } from './describe-poll.ts';
import { Folded } from './folded.tsx';
import { Note } from './note.tsx';

/** What happened to the poll, newest first. */
export function History({ events }: { events: readonly PollEvent[] }) {
  const words = texts().poll;
  return (
    <Folded summary={words.history}>
      {events.length === 0 && <Note>{words.noHistory}</Note>}
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
        {events.map((event, index) => {
          const { what, when, who } = describeEvent(event, words, language(), new Date());
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in all they tell
            <Box tag="li" key={`${event.at} ${event.action} ${index}`}>
              <Typography tag="div" variant="pi" textColor="neutral800">
                {what}
              </Typography>
              <Note>{`${when}, ${who}`}</Note>
            </Box>
          );
        })}
      </Flex>
    </Folded>
  );
}
