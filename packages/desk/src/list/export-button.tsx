import { Button, Field, Textarea, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { language, texts } from '../i18n/texts.ts';
import { saveFile } from '../service/desk-file.ts';
import { useDeskService } from '../service/desk-service.ts';
import { ActionDialog } from '../words/action-dialog.tsx';
import { exportWish } from './export-wish.ts';
import type { ListQuery } from './list-address.ts';

const EXPORT = [{ action: 'api::inquiry.export', subject: null }];

interface ExportButtonProps {
  query: ListQuery;
  search: string;
}

/** Exports what the list finds, for a reason; nothing for whoever may not. */
export function ExportButton({ query, search }: ExportButtonProps) {
  const words = texts();
  const service = useDeskService();
  const { allowedActions } = useRBAC(EXPORT);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!allowedActions.canExport) return null;

  async function send() {
    const wish = exportWish({ query, search, reason, words: language() });
    if (wish === null) return 'reason-missing' as const;
    saveFile(await service.exportFile(wish));
    return null;
  }

  const close = () => {
    setAsking(false);
    setReason('');
  };
  return (
    <>
      <Button variant="tertiary" onClick={() => setAsking(true)}>
        {words.list.export}
      </Button>
      {asking && (
        <ActionDialog
          title={words.list.exportTitle}
          confirm={words.list.export}
          done={words.list.exportDone}
          act={send}
          onClose={close}
          onDone={close}
        >
          <Typography>{words.list.exportLine}</Typography>
          <Field.Root required>
            <Field.Label>{words.detail.reason}</Field.Label>
            <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
          </Field.Root>
        </ActionDialog>
      )}
    </>
  );
}
