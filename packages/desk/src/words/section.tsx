import { Box, Flex, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';

/** A titled part of a page, as a region that can be gone to. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={heading}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      minWidth={0}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h2" id={heading} variant="delta">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}
