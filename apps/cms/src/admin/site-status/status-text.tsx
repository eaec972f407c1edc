import { Box, Flex, Status, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { SiteStatus } from '../../api/site-status/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { describeStatus } from './describe-status.ts';

const Detail = styled.pre`
  margin: 0.8rem 0 0;
  max-height: 16rem;
  overflow: auto;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-size: 1.2rem;
  line-height: 1.5;
`;

const Summary = styled.summary`
  cursor: pointer;
`;

interface StatusTextProps {
  status: SiteStatus;
  /** Takes the place of the usual first words. */
  headline?: string | undefined;
}

/** A status in words: headline, what it means, how far a build is, and a failure's detail folded away. */
export function StatusText({ status, headline }: StatusTextProps) {
  const words = texts();
  const said = describeStatus(status, words, language(), new Date());
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Box aria-live="polite">
        <Status variant={said.tone} size="S" width="100%">
          <Typography variant="omega" fontWeight="bold">
            {headline ?? said.headline}
          </Typography>
        </Status>
      </Box>
      {said.progress && <Progress {...said.progress} label={words.status.pagesLabel} />}
      {said.lines.map((line) => (
        <Typography key={line} variant="pi" textColor="neutral600">
          {line}
        </Typography>
      ))}
      {said.detail !== null && (
        <details>
          <Summary>
            <Typography variant="pi" textColor="neutral600">
              {words.status.detail}
            </Typography>
          </Summary>
          <Typography tag={Detail} textColor="neutral800">
            {said.detail}
          </Typography>
        </details>
      )}
    </Flex>
  );
}

function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const share = Math.min(1, done / total);
  return (
    <Box
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      background="neutral200"
      height="0.6rem"
      overflow="hidden"
      hasRadius
    >
      <Box background="primary600" height="100%" width={`${share * 100}%`} hasRadius />
    </Box>
  );
}
