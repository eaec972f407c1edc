import { Button, Flex } from '@strapi/design-system';
import { type MouseEvent, useRef, useState } from 'react';
import type { PollLook } from '../../api/poll-desk/domain/answers.ts';
import type { PollTexts } from '../i18n/poll/fr.ts';
import { texts } from '../i18n/texts.ts';
import { CloseDialog } from './close-dialog.tsx';
import type { DeskClient } from './desk-client.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { type DeskAction, offeredActions } from './offered-actions.ts';
import { ResetDialog } from './reset-dialog.tsx';

/** What each button is called in full, to whoever hears it without its neighbours. */
const TITLES = {
  close: 'closeTitle',
  extend: 'extendTitle',
  reset: 'resetTitle',
  export: 'exportTitle',
} as const satisfies Record<DeskAction, keyof PollTexts>;

interface ActionsProps {
  look: PollLook;
  client: DeskClient;
  /** Something was done: the poll is worth looking at again. */
  onDone: () => void;
  onExtended: (closesAt: Date) => void;
  /** Takes the focus after what was done: the button that asked for it may be gone. */
  takeFocus: () => void;
}

/** What may be done with the poll now, each in a dialog of its own. */
export function PollActions({ look, client, onDone, onExtended, takeFocus }: ActionsProps) {
  const words = texts().poll;
  const [asked, setAsked] = useState<DeskAction | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const leave = () => setAsked(null);
  const done = () => {
    leave();
    onDone();
  };
  const dialog = {
    onCancel: leave,
    onDone: done,
    takeFocus: (acted: boolean) => (acted ? takeFocus() : opener.current?.focus()),
  };
  return (
    <section aria-label={words.actions}>
      <Flex wrap="wrap" gap={2}>
        {offeredActions(look).map((action) => (
          <Button
            key={action}
            flex="1 0 auto"
            variant={action === 'reset' ? 'danger-light' : 'tertiary'}
            aria-label={words[TITLES[action]]}
            onClick={(event: MouseEvent<HTMLButtonElement>) => {
              opener.current = event.currentTarget;
              setAsked(action);
            }}
          >
            {words[action]}
          </Button>
        ))}
      </Flex>
      {asked === 'close' && <CloseDialog {...dialog} client={client} />}
      {asked === 'extend' && (
        <ExtendDialog {...dialog} client={client} closesAt={look.desk.closesAt} onExtended={onExtended} />
      )}
      {asked === 'reset' && (
        <ResetDialog {...dialog} client={client} slug={look.name.slug} open={look.desk.state === 'open'} />
      )}
      {asked === 'export' && <ExportDialog {...dialog} client={client} />}
    </section>
  );
}
