import type { InquiryEvent } from '@passerelle/contracts';
import { Box, Flex, Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { Section } from '../words/section.tsx';
import { instantWords } from '../words/times.ts';
import { describeEvent } from './describe-event.ts';

/** What happened to a request, the latest first. */
export function Timeline({ events }: { events: readonly InquiryEvent[] }) {
  const words = texts();
  const latest = events.toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <Section title={words.detail.history}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {latest.map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no name of their own, and none is ever taken away
          <Box tag="li" key={`${event.at}/${place}`}>
            <Typography fontWeight="bold">{describeEvent(event, words)}</Typography>
            {event.text !== null && (
              <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {event.text}
              </Typography>
            )}
            <Typography tag="p" variant="pi" textColor="neutral600">
              {instantWords(event.at, language(), new Date())}, {event.actor ?? words.visitor}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Section>
  );
}
