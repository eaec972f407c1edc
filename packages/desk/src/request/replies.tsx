import type { InquiryDetail, InquiryReply } from '@passerelle/contracts';
import { Alert, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { language, texts } from '../i18n/texts.ts';
import { type Refused, refusalSentence } from '../words/refusal.ts';
import { Section } from '../words/section.tsx';
import { instantWords } from '../words/times.ts';
import { Preview } from './preview.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { OpenRequest } from './use-request.ts';

interface RepliesProps {
  request: OpenRequest;
  detail: InquiryDetail;
}

/** The answers given, and those that wait for a licensee. */
export function Replies({ request, detail }: RepliesProps) {
  const words = texts().detail;
  return (
    <Section title={words.replies}>
      {detail.replies.length === 0 && <Typography>{words.noReplies}</Typography>}
      {detail.replies.map((reply) => (
        <Reply key={reply.id} reply={reply} request={request} detail={detail} />
      ))}
    </Section>
  );
}

interface ReplyProps {
  reply: InquiryReply;
  request: OpenRequest;
  detail: InquiryDetail;
}

function Reply({ reply, request, detail }: ReplyProps) {
  const words = texts();
  const waits = reply.state === 'awaiting-approval';
  const written = words.detail.by(reply.author, instantWords(reply.writtenAt, language(), new Date()));
  return (
    <Box tag="article" borderColor="neutral200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="h3" fontWeight="bold">
          {reply.subject}
        </Typography>
        <Typography variant="pi">
          {words.replyKinds[reply.kind]}, {words.replyStates[reply.state].toLowerCase()}. {written}
        </Typography>
        {reply.decidedBy !== null && (
          <Typography variant="pi">{words.detail.decidedBy(reply.decidedBy)}</Typography>
        )}
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {reply.body}
        </Typography>
        {reply.files !== null && (
          <Typography variant="pi">
            {words.detail.inviteTick} ({words.files.most}: {reply.files})
          </Typography>
        )}
        {waits && detail.may.work && (
          <Flex>
            <Preview request={detail.id} draft={reply} />
          </Flex>
        )}
        {waits && detail.may.approve && <Decision id={reply.id} request={request} />}
      </Flex>
    </Box>
  );
}

function Decision({ id, request }: { id: string; request: OpenRequest }) {
  const words = texts();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  const [returning, setReturning] = useState(false);
  const path = `replies/${id}/decision` as const;

  async function approve(): Promise<void> {
    setBusy(true);
    const refused = await request.act(path, { approve: true });
    setBusy(false);
    setProblem(refused);
    if (refused === null) toggleNotification({ type: 'success', message: words.detail.approved });
  }

  return (
    <>
      <div role="alert">
        {problem !== null && (
          <Alert variant="danger" closeLabel={words.dismiss} onClose={() => setProblem(null)}>
            {refusalSentence(problem)}
          </Alert>
        )}
      </div>
      <Flex gap={2} wrap="wrap">
        <Button loading={busy} onClick={() => void approve()}>
          {words.detail.approve}
        </Button>
        <Button variant="tertiary" disabled={busy} onClick={() => setReturning(true)}>
          {words.detail.sendBack}
        </Button>
      </Flex>
      {returning && (
        <ReasonDialog
          title={words.detail.sendBack}
          done={words.detail.sentBack}
          act={(reason) => request.act(path, { approve: false, reason })}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  );
}
