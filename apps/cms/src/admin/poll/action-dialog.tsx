import { Alert, Button, Flex, Modal } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { PollRefusal } from '../../api/poll/domain/answers.ts';
import { deskTexts } from '../../api/poll-desk/i18n/texts.ts';
import { language, texts } from '../i18n/texts.ts';

/** What every dialog of the poll's is told by the panel. */
export interface DialogProps {
  onCancel: () => void;
  onDone: () => void;
  /** Takes the focus once the dialog has gone, and is told whether anything was done. */
  takeFocus: (done: boolean) => void;
}

interface ActionDialogProps extends DialogProps {
  title: string;
  confirm: string;
  /** Said once it was done. */
  done: string;
  dangerous?: boolean;
  /** Null when it was done, a refusal, or `invalid` when the dialog says itself what is wrong. */
  act: () => Promise<PollRefusal | 'invalid' | null>;
  children: ReactNode;
}

/** Asks before something is done, says why it can't be, and closes once it is done. */
export function ActionDialog(props: ActionDialogProps) {
  const { title, confirm, done, dangerous = false, act, children, onCancel, onDone, takeFocus } = props;
  const words = texts().poll;
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const finished = useRef(false);
  const form = useId();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    // The dialog is within the edit view's form as React sees it, which must not be sent.
    event.stopPropagation();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await act().catch(() => 'failed' as const);
    setBusy(false);
    if (outcome === null) {
      finished.current = true;
      toggleNotification({ type: 'success', message: done });
      onDone();
    } else if (outcome === 'failed') setProblem(words.failed);
    else if (outcome !== 'invalid') setProblem(deskTexts(language()).refusals[outcome]);
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || busy || onCancel()}>
      <Modal.Content
        onCloseAutoFocus={(event: Event) => {
          event.preventDefault();
          takeFocus(finished.current);
        }}
      >
        <Modal.Header closeLabel={words.dismiss}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} noValidate onSubmit={(event) => void submit(event)}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
              <div role="alert">
                {problem !== null && (
                  <Alert variant="danger" closeLabel={words.dismiss} onClose={() => setProblem(null)}>
                    {problem}
                  </Alert>
                )}
              </div>
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary" disabled={busy}>
              {words.cancel}
            </Button>
          </Modal.Close>
          <Button type="submit" form={form} variant={dangerous ? 'danger' : 'default'} loading={busy}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
