import type { ImportPreview } from '@passerelle/contracts';
import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';

/** The first rows of a file, as text. */
export function PreviewTable({ preview: { header, rows } }: { preview: ImportPreview }) {
  const words = texts().readers.import;
  return (
    <>
      <Typography tag="h3" variant="epsilon">
        {words.preview}
      </Typography>
      <Table colCount={header.length} rowCount={rows.length + 1} aria-label={words.preview}>
        <Thead>
          <Tr>
            {header.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
              <Th key={index}>
                <Typography variant="sigma">{name.trim() || words.column(index + 1)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name of their own
            <Tr key={row}>
              {header.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Td key={column}>
                  <Typography>{cells[column] ?? ''}</Typography>
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
