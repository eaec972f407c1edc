import { Box, Typography } from '@strapi/design-system';
import type { IssueLook } from '../../api/newsletter-desk/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { Folded } from '../poll/folded.tsx';
import { count } from '../times/local-times.ts';
import { Reasons } from './reasons.tsx';

/** Every candidate of an issue, in one place each; nothing before its readers are chosen. */
export function AccountList({ issue }: { issue: IssueLook }) {
  const words = texts().campaign;
  const { candidates, prepared, excluded, deliveries } = issue;
  if (candidates === 0) return null;
  const { sent, bounced, failed, uncertain, skipped } = deliveries;
  const open = deliveries.prepared + deliveries.leased + deliveries.sending;
  const parts: [keyof typeof words.accounts, number][] = [
    ['candidates', candidates],
    ['excluded', candidates - prepared],
    ['prepared', prepared],
    ['sent', sent],
    ['bounced', bounced],
    ['open', open],
    ['failed', failed],
    ['uncertain', uncertain],
    ['skipped', skipped],
  ];
  return (
    <Folded summary={words.account}>
      <ul>
        {parts.map(([part, value]) => (
          <Box tag="li" key={part}>
            <Typography variant="pi" textColor="neutral800">
              {words.counted(words.accounts[part], count(value, language()))}
            </Typography>
            {part === 'excluded' && (
              <Box paddingLeft={4}>
                <Reasons excluded={excluded} />
              </Box>
            )}
          </Box>
        ))}
      </ul>
    </Folded>
  );
}
