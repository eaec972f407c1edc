import type { InquiryList, InquirySummary } from '@passerelle/contracts';
import { Badge, Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { DueMark } from '../words/due-mark.tsx';
import { instantWords } from '../words/times.ts';
import { RequestLink } from './request-link.tsx';

/** The list as a table. It scrolls sideways by itself where there is little room. */
export function RequestTable({ list }: { list: InquiryList }) {
  const words = texts().list;
  const columns = Object.entries(words.columns);
  return (
    <Box tag="section" aria-label={words.caption}>
      <Table colCount={columns.length} rowCount={list.inquiries.length + 1}>
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
          {list.inquiries.map((inquiry) => (
            <Row key={inquiry.id} inquiry={inquiry} />
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}

function Row({ inquiry }: { inquiry: InquirySummary }) {
  const words = texts();
  const urgent = inquiry.priority === 'high' || inquiry.priority === 'urgent';
  const priority = words.priorities[inquiry.priority];
  return (
    <Tr>
      <Td>
        <RequestLink inquiry={inquiry} />
      </Td>
      <Td>
        <Typography ellipsis maxWidth="24rem">
          {inquiry.name}
        </Typography>
      </Td>
      <Td>
        <Typography>{words.statuses[inquiry.status]}</Typography>
      </Td>
      <Td>
        <DueMark of={inquiry} />
      </Td>
      <Td>{urgent ? <Badge variant="danger">{priority}</Badge> : <Typography>{priority}</Typography>}</Td>
      <Td>
        <Typography>{inquiry.assignee?.name ?? words.nobody}</Typography>
      </Td>
      <Td>
        <Typography>{words.languages[inquiry.language]}</Typography>
      </Td>
      <Td>
        <Typography>{instantWords(inquiry.receivedAt, language(), new Date())}</Typography>
      </Td>
    </Tr>
  );
}
