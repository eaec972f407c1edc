import { Alert, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { language, texts } from '../i18n/texts.ts';
import { ShortcutHelp, shortcutsOn } from '../keys/shortcut-help.tsx';
import { type Shortcut, stepTo } from '../keys/shortcuts.ts';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { useDeskService } from '../service/desk-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { count } from '../words/times.ts';
import { Board } from './board.tsx';
import { ExportButton } from './export-button.tsx';
import { Filters } from './filters.tsx';
import { readAddress, withChoice } from './list-address.ts';
import { OwnViews } from './own-views.tsx';
import { Pages } from './pages.tsx';
import { addressOf } from './saved-views.ts';
import { Search } from './search.tsx';
import { RequestTable } from './table.tsx';
import { type OwnViews as Own, useViews } from './use-views.ts';
import { Views } from './views.tsx';

/** As many as the service gives at once: columns have no pages. */
const BOARD_SIZE = '100';

/** The desk's list; at an address that asks for nothing it opens with the view somebody has chosen for that. */
export function ListPage() {
  const own = useViews();
  const [params, setParams] = useSearchParams();
  const [opened, setOpened] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the views are known
  useEffect(() => {
    if (own === null || opened) return;
    const first = own.views.find(({ isDefault }) => isDefault);
    if (first !== undefined && params.size === 0) setParams(addressOf(first), { replace: true });
    setOpened(true);
  }, [own]);

  if (own === null || !opened) return <Page.Loading>{texts().loading}</Page.Loading>;
  return <List own={own} />;
}

/** Views, filters, search; as a table or in columns. */
function List({ own }: { own: Own }) {
  const words = texts();
  const service = useDeskService();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const [helping, setHelping] = useState(false);
  const [keysOn, setKeysOn] = useState(() => shortcutsOn(window.localStorage));
  const rows = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const query = readAddress(params);
  const board = params.get('display') === 'board';
  const asked = {
    ...query,
    ...(board ? { pageSize: BOARD_SIZE, page: '1' } : {}),
  };
  const { answer, missed, again } = useAnswer(
    () => service.list(asked, search),
    JSON.stringify([asked, search]),
  );
  const people = useAnswer(() => service.people(), '').answer ?? [];

  function searchFor(sought: string): void {
    setSearch(sought);
    setParams(withChoice(params, 'page', null));
  }

  function act(shortcut: Shortcut): void {
    if (shortcut === 'help') setHelping(true);
    else if (shortcut === 'search') field.current?.focus();
    else step(shortcut);
  }

  function step(shortcut: 'next' | 'previous'): void {
    const links = [...(rows.current?.querySelectorAll<HTMLElement>('[data-request]') ?? [])];
    const at = links.findIndex((link) => link.matches(':focus'));
    links[stepTo(at, shortcut, links.length)]?.focus();
  }
  useShortcuts(keysOn, act);

  return (
    <Page.Main aria-busy={answer === null && !missed}>
      <Page.Title>{words.menu.title}</Page.Title>
      <Layouts.Header
        title={words.menu.title}
        subtitle={
          answer === null ? '' : words.list.subtitle(count(answer.total, language()), answer.total === 1)
        }
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <Button tag={Link} to="report" variant="tertiary">
              {words.list.reportLink}
            </Button>
            <ExportButton query={query} search={search} />
            <Button variant="tertiary" onClick={() => setHelping(true)}>
              {words.keys.open}
            </Button>
            <Button variant="secondary" onClick={again}>
              {words.list.refresh}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Views params={params} onChange={setParams} query={query} />
          <OwnViews own={own} params={params} onChange={setParams} />
          <Search field={field} onSearch={searchFor} searched={search !== ''} />
          <Filters params={params} query={query} people={people} onChange={setParams} />
          {missed && (
            <Alert variant="warning" closeLabel={words.retry} onClose={again}>
              {words.unreachable}
            </Alert>
          )}
          <Box ref={rows} aria-live="off">
            {answer === null && !missed && <Typography>{words.loading}</Typography>}
            {answer?.inquiries.length === 0 && <Typography>{words.list.empty}</Typography>}
            {answer !== null && answer.inquiries.length > 0 && (
              <>
                {board ? <Board list={answer} onMoved={again} /> : <RequestTable list={answer} />}
                {!board && <Pages list={answer} params={params} onChange={setParams} />}
              </>
            )}
          </Box>
        </Flex>
      </Layouts.Content>
      {helping && <ShortcutHelp on={keysOn} onSwitch={setKeysOn} onClose={() => setHelping(false)} />}
    </Page.Main>
  );
}
