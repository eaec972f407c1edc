import type { PollCounts } from '@passerelle/contracts';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { PollName } from '../../api/poll-desk/domain/answers.ts';
import { type Share, shares } from '../../api/poll-desk/domain/shares.ts';
import { language, texts } from '../i18n/texts.ts';
import { count } from '../times/local-times.ts';
import { Note } from './note.tsx';

interface ResultsProps {
  counts: PollCounts;
  labels: Readonly<Record<string, string>>;
  selection: PollName['selection'];
}

/** The count as it is now, an option a line, with bars for the eye. */
export function Results({ counts, labels, selection }: ResultsProps) {
  const words = texts().poll;
  const { ballots } = counts;
  return (
    <Flex tag="section" aria-label={words.results} direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" variant="delta">
        {ballots === 0 ? words.noBallot : words.ballots(count(ballots, language()), ballots === 1)}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {shares(counts, labels, selection).map((share) => (
          <Option key={share.key} share={share} />
        ))}
      </Flex>
      {selection === 'multiple' && <Note>{words.ofBallots}</Note>}
    </Flex>
  );
}

function Option({ share: { label, count: votes, percentage } }: { share: Share }) {
  const words = texts().poll;
  return (
    <Box tag="li">
      <Typography tag="div" variant="pi" textColor="neutral800">
        {label}
      </Typography>
      <Typography tag="div" variant="pi" fontWeight="bold">
        {words.share(count(votes, language()), count(percentage, language()))}
      </Typography>
      <Box aria-hidden background="neutral200" height="0.6rem" marginTop={1} overflow="hidden" hasRadius>
        <Box background="primary600" height="100%" width={`${Math.min(100, percentage)}%`} hasRadius />
      </Box>
    </Box>
  );
}
