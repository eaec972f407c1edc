import { finalText } from '@passerelle/contracts';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { PollDesk } from '../../api/poll/domain/answers.ts';
import { texts } from '../i18n/texts.ts';
import { Folded } from './folded.tsx';
import { Note } from './note.tsx';

const Exact = styled.pre`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  font-size: 1.2rem;
  line-height: 1.5;
`;

/** The final count's hash, and the text it is taken of for whoever checks it. */
export function Fingerprint({ desk, hash }: { desk: PollDesk; hash: string }) {
  const words = texts().poll;
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  if (desk.counts === null || desk.closedAt === null) return null;
  const text = finalText(desk.documentId, desk.closedAt, desk.counts);
  async function copyText(): Promise<void> {
    if (await copy(text)) toggleNotification({ type: 'success', message: words.copied });
  }
  return (
    <Flex tag="section" aria-label={words.fingerprint} direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="delta">
        {words.fingerprint}
      </Typography>
      <Typography tag={Exact} textColor="neutral800">
        {hash}
      </Typography>
      <Folded summary={words.fingerprintText}>
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Note>{words.fingerprintLine}</Note>
          <Typography tag={Exact} textColor="neutral800">
            {text}
          </Typography>
          <Button size="S" variant="tertiary" onClick={() => void copyText()}>
            {words.copy}
          </Button>
        </Flex>
      </Folded>
    </Flex>
  );
}
