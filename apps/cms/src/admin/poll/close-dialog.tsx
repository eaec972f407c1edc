import { Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';
import { ActionDialog, type DialogProps } from './action-dialog.tsx';
import type { DeskClient } from './desk-client.ts';

/** Asks before the poll is closed. */
export function CloseDialog({ client, ...dialog }: DialogProps & { client: DeskClient }) {
  const words = texts().poll;
  return (
    <ActionDialog
      {...dialog}
      title={words.closeTitle}
      confirm={words.closeConfirm}
      done={words.closeDone}
      dangerous
      act={client.close}
    >
      {words.closeLines.map((line) => (
        <Typography key={line} tag="p">
          {line}
        </Typography>
      ))}
    </ActionDialog>
  );
}
