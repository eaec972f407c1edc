import { Button, Flex, Modal } from '@strapi/design-system';
import { type ReactNode, useId, useRef } from 'react';
import { Problem, useSending } from './sending.tsx';

interface FormDialogProps {
  title: string;
  confirm: string;
  /** Said once it was done. */
  done: string;
  words: { dismiss: string; cancel: string; failed: string };
  danger?: boolean;
  /** Null when it was done, `invalid` when what is in it says itself what is wrong, else a sentence that says why not. */
  act: () => Promise<string | null>;
  onClose: () => void;
  onDone: () => void;
  /** Takes the focus once the dialog has gone, and is told whether anything was done; without it, it goes back. */
  takeFocus?: (done: boolean) => void;
  children: ReactNode;
}

/** Asks before something is done, says why it can't be, and closes once it is done. */
export function FormDialog(props: FormDialogProps) {
  const { title, confirm, done, words, danger = false, act, onClose, onDone, takeFocus, children } = props;
  const form = useId();
  const finished = useRef(false);
  const sending = useSending({
    act,
    done,
    failed: words.failed,
    onDone() {
      finished.current = true;
      onDone();
    },
  });
  const { busy, submit } = sending;

  function giveFocus(event: Event): void {
    if (takeFocus === undefined) return;
    event.preventDefault();
    takeFocus(finished.current);
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || busy || onClose()}>
      <Modal.Content onCloseAutoFocus={giveFocus}>
        <Modal.Header closeLabel={words.dismiss}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} noValidate onSubmit={(event) => void submit(event)}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
              <Problem of={sending} closeLabel={words.dismiss} />
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary" disabled={busy}>
              {words.cancel}
            </Button>
          </Modal.Close>
          <Button type="submit" form={form} variant={danger ? 'danger' : 'default'} loading={busy}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
