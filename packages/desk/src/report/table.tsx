import type { ResponseTimes } from '@passerelle/contracts';
import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { count, hours } from '../words/times.ts';

interface TimesTableProps {
  caption: string;
  /** Title of the first column. */
  first: string;
  rows: readonly { name: string; times: ResponseTimes }[];
}

/** How long answers took, a row for each group. */
export function TimesTable({ caption, first, rows }: TimesTableProps) {
  const words = texts().report;
  const titles = [first, words.received, words.answered, words.median, words.p90];
  const said = (minutes: number | null) => (minutes === null ? '–' : hours(minutes, language()));
  return (
    <Box tag="section" aria-label={caption}>
      <Table colCount={titles.length} rowCount={rows.length + 1}>
        <Thead>
          <Tr>
            {titles.map((title) => (
              <Th key={title}>
                <Typography variant="sigma">{title}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map(({ name, times }) => (
            <Tr key={name}>
              {[
                name,
                count(times.received, language()),
                count(times.answered, language()),
                said(times.median),
                said(times.p90),
              ].map((cell, place) => (
                <Td key={titles[place]}>
                  <Typography>{cell}</Typography>
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}
