import { type InquiryList, type InquirySummary, inquiryStatusSchema } from '@passerelle/contracts';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { DueMark } from '../words/due-mark.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { RequestLink } from './request-link.tsx';

interface BoardProps {
  list: InquiryList;
  onMoved: () => void;
}

/** The list in columns, one for each status that has requests. Cards are moved by a dialog, which needs no pointer. */
export function Board({ list, onMoved }: BoardProps) {
  const words = texts();
  const [moving, setMoving] = useState<InquirySummary | null>(null);
  const columns = inquiryStatusSchema.options.flatMap((status) => {
    const inquiries = list.inquiries.filter((inquiry) => inquiry.status === status);
    return inquiries.length === 0 ? [] : [{ status, inquiries }];
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {list.total > list.inquiries.length && (
        <Typography>{words.list.firstOnly(list.inquiries.length, list.total)}</Typography>
      )}
      <Flex alignItems="flex-start" gap={4} wrap="wrap">
        {columns.map(({ status, inquiries }) => (
          <Box key={status} tag="section" aria-label={words.statuses[status]} width="28rem" maxWidth="100%">
            <Typography tag="h2" variant="delta">
              {words.statuses[status]} ({inquiries.length})
            </Typography>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
              {inquiries.map((inquiry) => (
                <Card key={inquiry.id} inquiry={inquiry} onMove={() => setMoving(inquiry)} />
              ))}
            </Flex>
          </Box>
        ))}
      </Flex>
      {moving !== null && (
        <MoveDialog
          inquiry={moving}
          onClose={() => setMoving(null)}
          onMoved={() => {
            setMoving(null);
            onMoved();
          }}
        />
      )}
    </Flex>
  );
}

function Card({ inquiry, onMove }: { inquiry: InquirySummary; onMove: () => void }) {
  const words = texts();
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <RequestLink inquiry={inquiry} />
        <Typography fontWeight="bold" ellipsis>
          {inquiry.name}
        </Typography>
        <DueMark of={inquiry} />
        <Typography variant="pi">
          {words.priorities[inquiry.priority]}, {inquiry.assignee?.name ?? words.nobody}
        </Typography>
        <Button variant="tertiary" onClick={onMove}>
          {words.list.move(inquiry.reference)}
        </Button>
      </Flex>
    </Box>
  );
}
