import { Alert, Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { type ReplyDraft, useDeskService } from '../service/desk-service.ts';
import { useAnswer } from '../service/use-answer.ts';

interface PreviewProps {
  request: string;
  draft: ReplyDraft;
  disabled?: boolean;
}

/** Shows the mail of an answer as it will be read. */
export function Preview({ request, draft, disabled = false }: PreviewProps) {
  const words = texts().detail;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="tertiary" disabled={disabled} onClick={() => setOpen(true)}>
        {words.preview}
      </Button>
      {open && <PreviewDialog request={request} draft={draft} onClose={() => setOpen(false)} />}
    </>
  );
}

function PreviewDialog({ request, draft, onClose }: PreviewProps & { onClose: () => void }) {
  const words = texts();
  const service = useDeskService();
  const { answer, missed, again } = useAnswer(() => service.preview(request, draft), JSON.stringify(draft));
  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={words.dismiss}>
          <Modal.Title>{words.detail.previewTitle}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={3}>
            {missed && (
              <Alert variant="danger" closeLabel={words.retry} onClose={again}>
                {words.failed}
              </Alert>
            )}
            {answer === null && !missed && <Typography>{words.loading}</Typography>}
            {answer !== null && (
              <>
                <Typography fontWeight="bold">{answer.subject}</Typography>
                <Box
                  tag="iframe"
                  title={words.detail.previewTitle}
                  sandbox=""
                  srcDoc={answer.html}
                  width="100%"
                  height="56vh"
                  borderColor="neutral200"
                  hasRadius
                />
              </>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{words.dismiss}</Button>
          </Modal.Close>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
