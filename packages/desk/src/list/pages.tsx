import type { InquiryList } from '@passerelle/contracts';
import { Button, Flex, Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';
import { withChoice } from './list-address.ts';

interface PagesProps {
  list: InquiryList;
  params: URLSearchParams;
  onChange: (params: URLSearchParams) => void;
}

/** Turns the list's pages; nothing where there is one. */
export function Pages({ list, params, onChange }: PagesProps) {
  const words = texts().list;
  const pages = Math.max(1, Math.ceil(list.total / list.pageSize));
  if (pages === 1 && list.page === 1) return null;
  const turn = (page: number) => onChange(withChoice(params, 'page', page === 1 ? null : String(page)));
  return (
    <Flex gap={3} paddingTop={4} justifyContent="flex-end" wrap="wrap">
      <Button variant="tertiary" disabled={list.page <= 1} onClick={() => turn(list.page - 1)}>
        {words.previous}
      </Button>
      <Typography role="status">{words.page(list.page, pages)}</Typography>
      <Button variant="tertiary" disabled={list.page >= pages} onClick={() => turn(list.page + 1)}>
        {words.next}
      </Button>
    </Flex>
  );
}
