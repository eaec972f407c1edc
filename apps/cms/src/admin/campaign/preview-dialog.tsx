import type { Locale } from '@passerelle/contracts';
import { Box, Button, Flex, Modal, Tabs, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { CampaignPreview } from '../../api/campaign-desk/domain/answers.ts';
import { campaignRefusals } from '../../api/campaign-desk/i18n/texts.ts';
import { language, texts } from '../i18n/texts.ts';
import { Note } from '../poll/note.tsx';
import type { CampaignClient } from './campaign-client.ts';

const Frame = styled.iframe`
  width: 100%;
  height: 52vh;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

const Plain = styled.pre`
  height: 52vh;
  overflow: auto;
  white-space: pre-wrap;
  font-family: ui-monospace, monospace;
`;

interface PreviewDialogProps {
  client: CampaignClient;
  locale: Locale;
  mayTest: boolean;
  onClose: () => void;
  takeFocus: () => void;
}

/** The campaign as a reader of a language would get it, both parts, and a test of it to oneself. */
export function PreviewDialog({ client, locale, mayTest, onClose, takeFocus }: PreviewDialogProps) {
  const words = texts().campaign;
  const { toggleNotification } = useNotification();
  const [preview, setPreview] = useState<CampaignPreview | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);
  const read = useRef(client.preview);
  useEffect(() => {
    let wanted = true;
    read.current(locale).then(
      (answer) => wanted && setPreview(answer),
      () => wanted && setPreview('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [locale]);

  async function test(): Promise<void> {
    setBusy(true);
    const outcome = await client.test(locale).catch(() => 'failed' as const);
    setBusy(false);
    if (outcome === null) toggleNotification({ type: 'success', message: words.tested });
    else {
      const message = outcome === 'failed' ? words.failed : campaignRefusals(language())[outcome];
      toggleNotification({ type: 'danger', message });
    }
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || onClose()}>
      <Modal.Content
        onCloseAutoFocus={(event: Event) => {
          event.preventDefault();
          takeFocus();
        }}
      >
        <Modal.Header closeLabel={words.dismiss}>
          <Modal.Title>{words.preview(words.languages[locale])}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {preview === null && <Note>{words.loading}</Note>}
          {preview === 'failed' && <Note>{words.failed}</Note>}
          {preview !== null && preview !== 'failed' && <Parts preview={preview} locale={locale} />}
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{words.dismiss}</Button>
          </Modal.Close>
          {mayTest && (
            <Button loading={busy} onClick={() => void test()}>
              {words.test}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function Parts({ preview: { subject, html, text }, locale }: { preview: CampaignPreview; locale: Locale }) {
  const words = texts().campaign;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="p" fontWeight="bold" lang={locale}>
        {words.previewSubject(subject)}
      </Typography>
      <Tabs.Root defaultValue="page">
        <Tabs.List aria-label={words.preview(words.languages[locale])}>
          <Tabs.Trigger value="page">{words.asPage}</Tabs.Trigger>
          <Tabs.Trigger value="text">{words.asText}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="page">
          <Box paddingTop={3}>
            {/* Without a permission: what is in it runs nothing and leads nowhere. */}
            <Frame sandbox="" srcDoc={html} title={words.frame} lang={locale} />
          </Box>
        </Tabs.Content>
        <Tabs.Content value="text">
          <Plain tabIndex={0} lang={locale}>
            {text}
          </Plain>
        </Tabs.Content>
      </Tabs.Root>
    </Flex>
  );
}
