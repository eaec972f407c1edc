import { Box, Flex, Typography } from '@strapi/design-system';

/** Names with what they are, as a list of definitions. What was sent is text, never markup. */
export function Pairs({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
      {pairs.map(([label, value]) => (
        <Box key={label}>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {label}
          </Typography>
          <Typography tag="dd" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}
