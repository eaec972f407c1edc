import { Alert, Button, Field, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { type FormEvent, useId, useRef, useState } from 'react';
import { campaignRefusals } from '../../api/campaign-desk/i18n/texts.ts';
import { language, texts } from '../i18n/texts.ts';
import { instantOf } from '../times/wall-time.ts';
import type { CampaignClient } from './campaign-client.ts';

interface SubmitDialogProps {
  client: CampaignClient;
  /** Whether it leaves without waiting for another person. */
  sends: boolean;
  onClose: (submitted: boolean) => void;
  takeFocus: () => void;
}

/** Asks when a campaign is to leave, and submits it as it is saved. */
export function SubmitDialog({ client, sends, onClose, takeFocus }: SubmitDialogProps) {
  const words = texts().campaign;
  const { toggleNotification } = useNotification();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [wallTime, setWallTime] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useId();
  const title = useRef(sends ? words.send : words.submit).current;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    // The dialog is within the edit view's form as React sees it, which must not be sent.
    event.stopPropagation();
    if (busy) return;
    const sendAt = when === 'now' ? null : instantOf(wallTime);
    if (when === 'later' && (sendAt === null || sendAt.getTime() <= Date.now())) {
      setWrong(true);
      return;
    }
    setBusy(true);
    setProblem(null);
    const outcome = await client.submit(sendAt).catch(() => 'failed' as const);
    setBusy(false);
    if (outcome === null) {
      toggleNotification({ type: 'success', message: words.submitted });
      onClose(true);
    } else setProblem(outcome === 'failed' ? words.failed : campaignRefusals(language())[outcome]);
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || busy || onClose(false)}>
      <Modal.Content
        onCloseAutoFocus={(event: Event) => {
          event.preventDefault();
          takeFocus();
        }}
      >
        <Modal.Header closeLabel={words.dismiss}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} noValidate onSubmit={(event) => void submit(event)}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography tag="p">{sends ? words.sendLine : words.submitLine}</Typography>
              <Radio.Group
                aria-label={words.when}
                value={when}
                onValueChange={(value: string) => setWhen(value === 'later' ? 'later' : 'now')}
              >
                <Radio.Item value="now">{words.asSoonAsPossible}</Radio.Item>
                <Radio.Item value="later">{words.later}</Radio.Item>
              </Radio.Group>
              {when === 'later' && (
                <Field.Root required error={wrong && words.atInvalid}>
                  <Field.Label>{words.at}</Field.Label>
                  <Field.Input
                    type="datetime-local"
                    value={wallTime}
                    onChange={(event) => {
                      setWallTime(event.target.value);
                      setWrong(false);
                    }}
                  />
                  <Field.Error />
                </Field.Root>
              )}
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
          <Button type="submit" form={form} loading={busy}>
            {title}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
