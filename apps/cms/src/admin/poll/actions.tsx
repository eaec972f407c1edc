import { Button, Grid } from '@strapi/design-system';
import { useState } from 'react';
import type { PollLook } from '../../api/poll-desk/domain/answers.ts';
import { texts } from '../i18n/texts.ts';
import { CloseDialog } from './close-dialog.tsx';
import type { DeskClient } from './desk-client.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { type DeskAction, offeredActions } from './offered-actions.ts';
import { ResetDialog } from './reset-dialog.tsx';

interface ActionsProps {
  look: PollLook;
  client: DeskClient;
  /** Something was done: the poll is worth looking at again. */
  onDone: () => void;
  onExtended: (closesAt: Date) => void;
  /** Takes the focus when a dialog has closed on what it did: its button may be gone. */
  afterwards: () => void;
}

/** What may be done with the poll now, each in a dialog of its own. */
export function PollActions({ look, client, onDone, onExtended, afterwards }: ActionsProps) {
  const words = texts().poll;
  const [asked, setAsked] = useState<DeskAction | null>(null);
  const leave = () => setAsked(null);
  const done = () => {
    leave();
    onDone();
  };
  const dialog = { onCancel: leave, onDone: done, afterwards };
  return (
    <section aria-label={words.actions}>
      <Grid.Root gap={2}>
        {offeredActions(look).map((action) => (
          <Grid.Item key={action} col={6} xs={12} alignItems="stretch" direction="column">
            <Button
              fullWidth
              variant={action === 'reset' ? 'danger-light' : 'tertiary'}
              onClick={() => setAsked(action)}
            >
              {words[action]}
            </Button>
          </Grid.Item>
        ))}
      </Grid.Root>
      {asked === 'close' && <CloseDialog {...dialog} client={client} />}
      {asked === 'extend' && (
        <ExtendDialog {...dialog} client={client} closesAt={look.desk.closesAt} onExtended={onExtended} />
      )}
      {asked === 'reset' && <ResetDialog {...dialog} client={client} slug={look.name.slug} />}
      {asked === 'export' && <ExportDialog {...dialog} client={client} />}
    </section>
  );
}
