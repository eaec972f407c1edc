import { Box, Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { count } from '../times/local-times.ts';

/** Why readers aren't meant, with how many. */
export function Reasons({ excluded }: { excluded: Readonly<Record<string, number>> }) {
  const words = texts().campaign;
  return (
    <ul>
      {Object.entries(excluded).map(([reason, value]) => (
        <Box tag="li" key={reason}>
          <Typography variant="pi" textColor="neutral600">
            {words.counted(words.reasons[reason] ?? reason, count(value, language()))}
          </Typography>
        </Box>
      ))}
    </ul>
  );
}
