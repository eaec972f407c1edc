import { type WithdrawalChannel, withdrawalChannelSchema } from '@passerelle/contracts';
import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { Choice } from '../words/choice.tsx';
import { FormDialog } from '../words/form-dialog.tsx';
import { useReadersService } from './readers-service.ts';

interface UnsubscribeProps {
  email: string;
  onDone: () => void;
}

/** Ends a subscription at its person's word, once how they said so is chosen. */
export function Unsubscribe({ email, onDone }: UnsubscribeProps) {
  const words = texts();
  const own = words.readers.unsubscribe;
  const service = useReadersService();
  const [open, setOpen] = useState(false);
  const [channel, setChannel] = useState<WithdrawalChannel>('email');

  async function act(): Promise<null> {
    await service.unsubscribe({ email, channel });
    return null;
  }
  function close(): void {
    setOpen(false);
    onDone();
  }

  return (
    <>
      <Button variant="danger-light" onClick={() => setOpen(true)}>
        {own.button}
      </Button>
      {open && (
        <FormDialog
          title={own.title(email)}
          confirm={own.button}
          done={own.done}
          words={words}
          danger
          act={act}
          onClose={() => setOpen(false)}
          onDone={close}
        >
          <Typography>{own.line}</Typography>
          <Choice
            label={own.channel}
            value={channel}
            options={withdrawalChannelSchema.options.map((one) => [one, own.channels[one]] as const)}
            onChange={(chosen) => setChannel(withdrawalChannelSchema.parse(chosen))}
          />
        </FormDialog>
      )}
    </>
  );
}
