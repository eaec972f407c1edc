import { saveFile } from '@passerelle/desk/parts';
import { Field, Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { language, texts } from '../i18n/texts.ts';
import { ActionDialog, type DialogProps } from './action-dialog.tsx';
import type { DeskClient } from './desk-client.ts';

const QUERIES = {
  sheet: { format: 'csv', bom: '1' },
  csv: { format: 'csv' },
  json: { format: 'json' },
} as const;
type Form = keyof typeof QUERIES;
const FORMS: readonly Form[] = ['sheet', 'csv', 'json'];

/** Asks for a form, then saves the poll as a file. */
export function ExportDialog({ client, ...dialog }: DialogProps & { client: DeskClient }) {
  const words = texts().poll;
  const [form, setForm] = useState<Form>('sheet');

  async function save() {
    saveFile(await client.file({ ...QUERIES[form], language: language() }));
    return null;
  }

  return (
    <ActionDialog
      {...dialog}
      title={words.exportTitle}
      confirm={words.exportConfirm}
      done={words.exportDone}
      act={save}
    >
      <Typography tag="p">{words.exportLine}</Typography>
      <Field.Root>
        <Field.Label>{words.format}</Field.Label>
        <Radio.Group
          value={form}
          aria-label={words.format}
          onValueChange={(value: string) => setForm(FORMS.find((one) => one === value) ?? form)}
        >
          {FORMS.map((one) => (
            <Radio.Item key={one} value={one}>
              {words[one]}
            </Radio.Item>
          ))}
        </Radio.Group>
      </Field.Root>
    </ActionDialog>
  );
}
