import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Summary = styled.summary`
  cursor: pointer;
`;

/** What is read on demand. */
export function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details>
      <Summary>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {summary}
        </Typography>
      </Summary>
      <Box paddingTop={2}>{children}</Box>
    </details>
  );
}
