import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { type RefObject, useState } from 'react';
import { texts } from '../i18n/texts.ts';

/** Less says nothing. */
const SHORTEST = 2;

interface SearchProps {
  field: RefObject<HTMLInputElement>;
  searched: boolean;
  /** Told what to search for; nothing ends the search. */
  onSearch: (search: string) => void;
}

/** Searches when asked to, and not while typing: each search is in the audit. */
export function Search({ field, searched, onSearch }: SearchProps) {
  const words = texts().list;
  const [text, setText] = useState('');
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const sought = text.trim();
          onSearch(sought.length < SHORTEST ? '' : sought);
        }}
      >
        <Field.Root hint={words.searchHint}>
          <Field.Label>{words.search}</Field.Label>
          <Flex gap={2} wrap="wrap" alignItems="stretch">
            <Box flex="1 1 20rem" maxWidth="48rem" minWidth={0}>
              <Field.Input
                ref={field}
                type="search"
                autoComplete="off"
                maxLength={254}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </Box>
            <Button type="submit" variant="secondary" size="L">
              {words.find}
            </Button>
            {searched && (
              <Button
                variant="tertiary"
                size="L"
                onClick={() => {
                  setText('');
                  onSearch('');
                }}
              >
                {words.clear}
              </Button>
            )}
          </Flex>
          <Field.Hint />
        </Field.Root>
        <div role="status">{searched && <Typography variant="pi">{words.found}</Typography>}</div>
      </form>
    </search>
  );
}
