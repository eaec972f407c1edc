import { type ImportReport, importOutcomeSchema } from '@passerelle/contracts';
import { Alert, Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';

/** What came of a file: in numbers, then the lines that weren't taken. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { readers: words, dismiss } = texts();
  const { stopped, faults, duplicates, outcomes } = report;
  const lines = [
    ...faults.map(({ line, message }) => ({ line, message })),
    ...duplicates.map(({ line, first }) => ({ line, message: words.import.duplicate(first) })),
  ].toSorted((a, b) => a.line - b.line);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="h3" variant="epsilon">
        {report.dryRun ? words.import.trialDone : words.import.done}
      </Typography>
      {stopped !== null && (
        <Alert
          variant="warning"
          closeLabel={dismiss}
          onClose={() => undefined}
          title={words.import.stopped(stopped.line)}
        >
          {stopped.message}
        </Alert>
      )}
      <Typography>{words.import.rows(report.rows)}</Typography>
      <Flex tag="dl" gap={5} wrap="wrap">
        {importOutcomeSchema.options.map((outcome) => (
          <Box key={outcome}>
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {words.outcomes[outcome]}
            </Typography>
            <Typography tag="dd" variant="delta">
              {outcomes[outcome]}
            </Typography>
          </Box>
        ))}
      </Flex>
      {lines.length > 0 && (
        <Table colCount={2} rowCount={lines.length + 1} aria-label={words.import.faults}>
          <Thead>
            <Tr>
              <Th>
                <Typography variant="sigma">{words.import.lineNumber}</Typography>
              </Th>
              <Th>
                <Typography variant="sigma">{words.import.why}</Typography>
              </Th>
            </Tr>
          </Thead>
          <Tbody>
            {lines.map(({ line, message }) => (
              <Tr key={line}>
                <Td>
                  <Typography>{line}</Typography>
                </Td>
                <Td>
                  <Typography>{message}</Typography>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Flex>
  );
}
