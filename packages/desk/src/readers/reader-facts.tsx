import type { LookedReader } from '@passerelle/contracts';
import { Box, Flex, Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { instantWords } from '../words/times.ts';

/** How a reader stands. */
export function ReaderFacts({ reader }: { reader: LookedReader }) {
  const { readers: words, languages } = texts();
  const at = (instant: string | null) =>
    instant === null ? null : instantWords(instant, language(), new Date());
  const pairs = [
    [words.look.email, reader.email],
    [words.look.status, words.statuses[reader.status]],
    [words.look.language, languages[reader.locale]],
    [words.look.topics, reader.topics.join(', ') || words.look.allOfThem],
    [words.look.programmes, reader.programmes.join(', ') || words.look.allOfThem],
    [words.look.frequency, words.frequencies[reader.frequency]],
    [words.look.joined, at(reader.joinedAt)],
    [words.look.confirmed, at(reader.confirmedAt)],
    [words.look.ended, at(reader.endedAt)],
  ].flatMap(([label, value]) => (value == null || label == null ? [] : [[label, value] as const]));
  return (
    <Flex tag="dl" wrap="wrap" gap={5} alignItems="flex-start">
      {pairs.map(([label, value]) => (
        <Box key={label}>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {label}
          </Typography>
          <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}
