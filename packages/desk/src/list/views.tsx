import { Button, Flex } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';
import { addressOfView, type ListQuery, VIEW_NAMES, viewOf, withChoice } from './list-address.ts';

interface ViewsProps {
  params: URLSearchParams;
  query: ListQuery;
  onChange: (params: URLSearchParams) => void;
}

/** The views that are always there, and whether requests are shown as a table or in columns. */
export function Views({ params, query, onChange }: ViewsProps) {
  const words = texts().list;
  const current = viewOf(query);
  const board = params.get('display') === 'board';
  return (
    <Flex justifyContent="space-between" wrap="wrap" gap={3}>
      <Flex role="group" aria-label={words.viewsLabel} gap={2} wrap="wrap">
        {VIEW_NAMES.map((view) => (
          <Button
            key={view}
            variant={view === current ? 'default' : 'tertiary'}
            aria-pressed={view === current}
            onClick={() => onChange(addressOfView(params, view))}
          >
            {words.views[view]}
          </Button>
        ))}
      </Flex>
      <Flex role="group" aria-label={words.display} gap={2}>
        <Button
          variant={board ? 'tertiary' : 'secondary'}
          aria-pressed={!board}
          onClick={() => onChange(withChoice(params, 'display', null))}
        >
          {words.table}
        </Button>
        <Button
          variant={board ? 'secondary' : 'tertiary'}
          aria-pressed={board}
          onClick={() => onChange(withChoice(params, 'display', 'board'))}
        >
          {words.board}
        </Button>
      </Flex>
    </Flex>
  );
}
