import type { InquiryDetail, InquiryFiles } from '@passerelle/contracts';
import { Alert, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { language, texts } from '../i18n/texts.ts';
import { saveFile } from '../service/desk-file.ts';
import { type Changed, useDeskService } from '../service/desk-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { type Refused, refusalSentence } from '../words/refusal.ts';
import { Section } from '../words/section.tsx';
import { fileSize, instantWords } from '../words/times.ts';
import { ActionForm } from './action-form.tsx';
import { FilesMost } from './files-most.tsx';
import { USUAL_FILES } from './reply-draft.ts';
import type { OpenRequest } from './use-request.ts';

interface FilesProps {
  request: OpenRequest;
  detail: InquiryDetail;
}

type Invitation = InquiryFiles['invitations'][number];
type VisitorFile = InquiryFiles['files'][number];

/** What the visitor was asked to send, what came of it, and whether it may be opened. */
export function Files({ request, detail }: FilesProps) {
  const words = texts();
  const service = useDeskService();
  const { toggleNotification } = useNotification();
  const [most, setMost] = useState(USUAL_FILES);
  const { id } = detail;
  const { answer, missed, again } = useAnswer(() => service.files(id), `${id} ${detail.events.length}`);

  async function settle(asking: Promise<Changed<InquiryFiles>>): Promise<Refused | null> {
    const changed = await asking.catch(() => null);
    if (changed === null) return 'failed';
    if (!changed.done) return changed.code;
    await request.reread();
    return null;
  }

  async function withdraw(): Promise<void> {
    const refused = await settle(service.withdraw(id));
    if (refused === null) toggleNotification({ type: 'success', message: words.files.withdrawn });
    else toggleNotification({ type: 'danger', message: refusalSentence(refused) });
  }

  async function download(file: VisitorFile): Promise<void> {
    try {
      saveFile({ name: file.name, content: await service.download(id, file.id) });
      await request.reread();
    } catch {
      toggleNotification({ type: 'danger', message: words.failed });
    }
  }

  return (
    <Section title={words.files.title}>
      {missed && (
        <Alert variant="warning" closeLabel={words.retry} onClose={again}>
          {words.unreachable}
        </Alert>
      )}
      {answer !== null && (
        <>
          {!answer.scanner && answer.invitations.length > 0 && (
            <Typography>{words.files.noScanner}</Typography>
          )}
          {answer.invitations.length === 0 && <Typography>{words.files.never}</Typography>}
          {answer.invitations.map((one) => (
            <Asked key={one.id} invitation={one} onWithdraw={detail.may.work ? withdraw : null} />
          ))}
          {answer.files.length > 0 && (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={words.files.received}>
              {answer.files.map((file) => (
                <Received key={file.id} file={file} onDownload={download} />
              ))}
            </Flex>
          )}
        </>
      )}
      {detail.may.work && (
        <ActionForm
          label={words.files.invite}
          submit={words.files.invite}
          done={words.files.invited}
          act={() => settle(service.invite(id, most))}
        >
          <Typography variant="pi">{words.files.inviteHint}</Typography>
          <FilesMost value={most} onChange={setMost} />
        </ActionForm>
      )}
    </Section>
  );
}

function Asked({
  invitation,
  onWithdraw,
}: {
  invitation: Invitation;
  onWithdraw: (() => Promise<void>) | null;
}) {
  const words = texts().files;
  const { at, endsAt, actor, most, received } = invitation;
  const now = new Date();
  const open = Date.parse(endsAt) > now.getTime();
  const said = (instant: string) => instantWords(instant, language(), now);
  return (
    <Flex justifyContent="space-between" wrap="wrap" gap={2}>
      <Typography>
        {words.asked(actor, said(at))} {words.came(received, most)}{' '}
        {open ? words.openUntil(said(endsAt)) : words.ended(said(endsAt))}
      </Typography>
      {open && onWithdraw !== null && (
        <Button variant="tertiary" onClick={() => void onWithdraw()}>
          {words.withdraw}
        </Button>
      )}
    </Flex>
  );
}

function Received({
  file,
  onDownload,
}: {
  file: VisitorFile;
  onDownload: (file: VisitorFile) => Promise<void>;
}) {
  const words = texts().files;
  const at = instantWords(file.at, language(), new Date());
  return (
    <Box tag="li" borderColor="neutral200" hasRadius padding={4}>
      <Flex justifyContent="space-between" wrap="wrap" gap={2}>
        <Box minWidth={0}>
          <Typography tag="p" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {file.name}
          </Typography>
          <Typography tag="p" variant="pi">
            {words.kinds[file.kind]}, {fileSize(file.bytes, language())}, {at}
          </Typography>
          <Typography tag="p">{words.states[file.state]}</Typography>
        </Box>
        {file.state === 'clean' && (
          <Button
            variant="secondary"
            aria-label={words.downloadOf(file.name)}
            onClick={() => void onDownload(file)}
          >
            {words.download}
          </Button>
        )}
      </Flex>
    </Box>
  );
}
