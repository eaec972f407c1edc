import type { InquiryDetail } from '@passerelle/contracts';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';
import { differencesOf } from './differences.ts';

interface ConflictProps {
  before: InquiryDetail;
  after: InquiryDetail;
  onTake: () => void;
}

/** Says what somebody else has changed, and leads on without losing what was typed. */
export function Conflict({ before, after, onTake }: ConflictProps) {
  const words = texts();
  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={5} marginBottom={4}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography tag="h2" variant="delta">
          {words.detail.conflictTitle}
        </Typography>
        <Typography>{words.detail.conflictLine}</Typography>
        <ul>
          {differencesOf(before, after, words).map((difference) => (
            <li key={difference.field}>
              <Typography fontWeight="bold">{words.detail.fields[difference.field]}</Typography>{' '}
              <Typography>
                {words.detail.before}: <del>{difference.before}</del>. {words.detail.after}:{' '}
                <ins>{difference.after}</ins>
              </Typography>
            </li>
          ))}
        </ul>
        <Box>
          <Button onClick={onTake}>{words.detail.conflictTake}</Button>
        </Box>
      </Flex>
    </Box>
  );
}
