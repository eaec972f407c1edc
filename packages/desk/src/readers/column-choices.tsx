import { IMPORT_FIELDS, type ImportField, type ImportMapping } from '@passerelle/contracts';
import { Box, Flex, Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';
import { Choice } from '../words/choice.tsx';

const NONE = 'none';

interface ColumnChoicesProps {
  header: readonly string[];
  mapping: Partial<ImportMapping>;
  onChange: (mapping: Partial<ImportMapping>) => void;
}

/** Which column holds each field. */
export function ColumnChoices({ header, mapping, onChange }: ColumnChoicesProps) {
  const words = texts().readers;
  const columns = header.map(
    (name, index) => [String(index), name.trim() || words.import.column(index + 1)] as const,
  );
  const options = [[NONE, words.import.noColumn] as const, ...columns];

  function choose(field: ImportField, value: string): void {
    const { [field]: _, ...others } = mapping;
    onChange(value === NONE ? others : { ...others, [field]: Number(value) });
  }

  return (
    <Box>
      <Typography tag="h3" variant="epsilon">
        {words.import.columns}
      </Typography>
      <Flex gap={4} wrap="wrap" paddingTop={3}>
        {IMPORT_FIELDS.map((field) => (
          <Box key={field} minWidth="20rem">
            <Choice
              label={words.fields[field]}
              value={String(mapping[field] ?? NONE)}
              options={options}
              onChange={(value) => choose(field, value)}
            />
          </Box>
        ))}
      </Flex>
    </Box>
  );
}
