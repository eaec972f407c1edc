import type { BundleFormat, RequestDetail } from '@passerelle/contracts';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { saveFile } from '../service/desk-file.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { Section } from '../words/section.tsx';

const PLAIN = ['pdf', 'csv', 'json'] as const;

/** Everything that is kept of whoever asked, as files in their language. */
export function Bundle({ detail }: { detail: RequestDetail }) {
  const words = texts();
  const own = words.privacy.bundle;
  const service = usePrivacyService();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState<BundleFormat | null>(null);

  async function download(format: BundleFormat): Promise<void> {
    setBusy(format);
    try {
      const language = detail.language === 'fr-CA' ? 'fr' : 'en';
      const reason = own.reason(detail.reference);
      saveFile(await service.bundle(detail.id, { format, words: language, reason }));
      toggleNotification({ type: 'success', message: own.done });
    } catch {
      toggleNotification({ type: 'danger', message: words.failed });
    }
    setBusy(null);
  }

  return (
    <Section title={own.title}>
      <Typography>{own.line}</Typography>
      <Flex gap={2} wrap="wrap">
        <Button loading={busy === 'zip'} disabled={busy !== null} onClick={() => void download('zip')}>
          {own.zip}
        </Button>
        {PLAIN.map((format) => (
          <Button
            key={format}
            variant="tertiary"
            loading={busy === format}
            disabled={busy !== null}
            onClick={() => void download(format)}
          >
            {own.format(format.toUpperCase())}
          </Button>
        ))}
      </Flex>
    </Section>
  );
}
