import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { FormDialog } from '../words/form-dialog.tsx';
import { useReadersService } from './readers-service.ts';
import { isReason, ReasonField } from './reason-field.tsx';

interface LiftProps {
  email: string;
  onDone: () => void;
}

/** Lets a suppressed address be written to again, for a reason. */
export function Lift({ email, onDone }: LiftProps) {
  const words = texts();
  const own = words.readers.lift;
  const service = useReadersService();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  async function act(): Promise<string | null> {
    setMissing(!isReason(reason));
    if (!isReason(reason)) return 'invalid';
    await service.lift({ email, reason });
    return null;
  }
  function close(): void {
    setOpen(false);
    onDone();
  }

  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {own.button}
      </Button>
      {open && (
        <FormDialog
          title={own.title(email)}
          confirm={own.button}
          done={own.done}
          words={words}
          act={act}
          onClose={() => setOpen(false)}
          onDone={close}
        >
          <Typography>{own.line}</Typography>
          <ReasonField value={reason} onChange={setReason} missing={missing} />
        </FormDialog>
      )}
    </>
  );
}
