import type { DeskRefusal } from '@passerelle/contracts';
import { Alert, Button, Flex, Modal } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { texts } from '../i18n/texts.ts';

interface ActionDialogProps {
  title: string;
  confirm: string;
  /** Said once it was done. */
  done: string;
  /** Null when it was done, else why not; `invalid` when what is in it says itself what is wrong. */
  act: () => Promise<DeskRefusal | 'failed' | 'invalid' | null>;
  onClose: () => void;
  onDone: () => void;
  children: ReactNode;
}

/** Asks before something is done, says why it can't be, and closes once it is done. */
export function ActionDialog({ title, confirm, done, act, onClose, onDone, children }: ActionDialogProps) {
  const words = texts();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeskRefusal | 'failed' | null>(null);
  const form = useId();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const outcome = await act().catch(() => 'failed' as const);
    setBusy(false);
    setProblem(outcome === 'invalid' ? null : outcome);
    if (outcome !== null) return;
    toggleNotification({ type: 'success', message: done });
    onDone();
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || busy || onClose()}>
      <Modal.Content>
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
                    {problem === 'failed' ? words.failed : words.refusals[problem]}
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
          <Button type="submit" form={form} loading={busy}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
