import type { ConsentPurpose } from '@passerelle/contracts';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';

interface WithdrawnConsentsProps {
  standing: readonly ConsentPurpose[];
  chosen: readonly ConsentPurpose[];
  onChange: (chosen: readonly ConsentPurpose[]) => void;
}

/** Which of the consents that stand end with the answer. */
export function WithdrawnConsents({ standing, chosen, onChange }: WithdrawnConsentsProps) {
  const own = texts().privacy.withdrawal;
  if (standing.length === 0) return <Typography>{own.none}</Typography>;
  return (
    <Box tag="fieldset" borderWidth={0} padding={0}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="legend" variant="pi" fontWeight="bold" style={{ padding: 0 }}>
          {own.title}
        </Typography>
        {standing.map((purpose) => (
          <Checkbox
            key={purpose}
            checked={chosen.includes(purpose)}
            onCheckedChange={(checked) =>
              onChange(standing.filter((one) => (one === purpose ? checked === true : chosen.includes(one))))
            }
          >
            {own.purposes[purpose]}
          </Checkbox>
        ))}
      </Flex>
    </Box>
  );
}
