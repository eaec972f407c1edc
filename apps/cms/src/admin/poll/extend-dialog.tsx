import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { instantOf, wallTimeOf } from '../times/wall-time.ts';
import { WallTimeField } from '../times/wall-time-field.tsx';
import { ActionDialog, type DialogProps } from './action-dialog.tsx';
import type { DeskClient } from './desk-client.ts';

interface ExtendDialogProps extends DialogProps {
  client: DeskClient;
  closesAt: string | null;
  onExtended: (closesAt: Date) => void;
}

/** Asks for a new closing, in the newsroom's time. */
export function ExtendDialog({ client, closesAt, onExtended, ...dialog }: ExtendDialogProps) {
  const words = texts().poll;
  const [wallTime, setWallTime] = useState(closesAt === null ? '' : wallTimeOf(closesAt));
  const [wrong, setWrong] = useState(false);

  async function extend() {
    const closing = instantOf(wallTime);
    if (closing === null || closing.getTime() <= Date.now()) {
      setWrong(true);
      return 'invalid';
    }
    const refusal = await client.extend(closing);
    if (refusal === null) onExtended(closing);
    return refusal;
  }

  return (
    <ActionDialog
      {...dialog}
      title={words.extendTitle}
      confirm={words.extendConfirm}
      done={words.extendDone}
      act={extend}
    >
      <Typography tag="p">{words.extendLine}</Typography>
      <WallTimeField
        label={words.closing}
        value={wallTime}
        error={wrong && words.closingInvalid}
        onChange={(typed) => {
          setWallTime(typed);
          setWrong(false);
        }}
      />
    </ActionDialog>
  );
}
