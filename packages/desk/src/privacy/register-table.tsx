import type { RegisteredRequest } from '@passerelle/contracts';
import { Box, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { language, texts } from '../i18n/texts.ts';
import { instantWords } from '../words/times.ts';
import { ClockMark } from './clock-mark.tsx';

/** The register as a table. It scrolls sideways by itself where there is little room. */
export function RegisterTable({ requests }: { requests: readonly RegisteredRequest[] }) {
  const words = texts().privacy;
  const columns = Object.entries(words.columns);
  const at = (instant: string) => instantWords(instant, language(), new Date());
  return (
    <Box tag="section" aria-label={words.caption}>
      <Table colCount={columns.length} rowCount={requests.length + 1}>
        <Thead>
          <Tr>
            {columns.map(([key, title]) => (
              <Th key={key}>
                <Typography variant="sigma">{title}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {requests.map((request) => (
            <Tr key={request.id}>
              <Td>
                <Link tag={RouterLink} to={`/plugins/privacy/requests/${request.id}`}>
                  {request.reference}
                </Link>
              </Td>
              <Td>
                <Typography>{words.kinds[request.kind]}</Typography>
              </Td>
              <Td>
                <Typography>{words.statuses[request.status]}</Typography>
              </Td>
              <Td>
                <ClockMark of={request} />
              </Td>
              <Td>
                <Typography>{at(request.receivedAt)}</Typography>
              </Td>
              <Td>
                <Typography>{request.closedAt === null ? '' : at(request.closedAt)}</Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}
