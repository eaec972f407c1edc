import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import {
  type DocumentStatus,
  documentStatusSchema,
  type WatchedKind,
} from '../../api/site-status/domain/answers.ts';
import { texts } from '../i18n/texts.ts';
import { pauseAfter } from '../polling/pauses.ts';
import { usePoll } from '../polling/use-poll.ts';
import { readAnswer } from './read-answers.ts';
import { StatusText } from './status-text.tsx';

interface PanelProps {
  kind: WatchedKind;
  documentId: string;
  locale: string;
  /** Changes with every save and publication, so that the answer is asked for at once. */
  occasion: string;
  /** The draft differs from what is published. */
  draftChanged: boolean;
}

/** Where the document being edited stands on the public site. */
export function SiteStatusPanel({ kind, documentId, locale, occasion, draftChanged }: PanelProps) {
  const { get } = useFetchClient();
  const words = texts().panel;
  const { answer, missed } = usePoll<DocumentStatus>({
    read: () =>
      readAnswer(get, documentStatusSchema, '/passerelle/site-status', { kind, documentId, locale }),
    pause: (last) => pauseAfter(last?.status ?? null),
    subject: `${kind}/${documentId}/${locale}`,
    occasion,
  });
  if (answer === null) return <Note>{missed ? words.unreachable : words.loading}</Note>;
  const { status, url } = answer;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <StatusText status={status} />
      {missed && <Note>{words.unreachable}</Note>}
      {draftChanged && <Note>{words.draftChanges}</Note>}
      {url !== null && (
        <Box>
          <Link href={url} isExternal>
            {words.seePage}
          </Link>
        </Box>
      )}
    </Flex>
  );
}

/** For a document that hasn't been saved in this language yet. */
export function UnsavedPanel() {
  return <StatusText status={{ state: 'offline', since: null }} />;
}

function Note({ children }: { children: string }) {
  return (
    <Typography variant="pi" textColor="neutral600">
      {children}
    </Typography>
  );
}
