import { Button, Typography } from '@strapi/design-system';
import { type ReactNode, useRef, useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { FormDialog } from '../words/form-dialog.tsx';

interface ReaderActionProps {
  email: string;
  words: { button: string; title: (email: string) => string; line: string; done: string };
  danger?: boolean;
  /** See `FormDialog`. */
  act: () => Promise<string | null>;
  onDone: () => void;
  /** Takes the focus once it is done: the button may be gone by then. */
  takeFocus: () => void;
  /** What is asked first. */
  children: ReactNode;
}

/** A button for what may be done with a reader, which asks before it is done. */
export function ReaderAction(props: ReaderActionProps) {
  const { email, words, danger = false, act, onDone, takeFocus, children } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close(): void {
    setOpen(false);
    onDone();
  }

  return (
    <>
      <Button ref={button} variant={danger ? 'danger-light' : 'secondary'} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {open && (
        <FormDialog
          title={words.title(email)}
          confirm={words.button}
          done={words.done}
          words={texts()}
          danger={danger}
          act={act}
          onClose={() => setOpen(false)}
          onDone={close}
          takeFocus={(done) => (done ? takeFocus() : button.current?.focus())}
        >
          <Typography>{words.line}</Typography>
          {children}
        </FormDialog>
      )}
    </>
  );
}
