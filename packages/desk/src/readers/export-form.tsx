import { readerExportBodySchema } from '@passerelle/contracts';
import { Alert, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { language, texts } from '../i18n/texts.ts';
import { saveFile } from '../service/desk-file.ts';
import { Choice } from '../words/choice.tsx';
import { Section } from '../words/section.tsx';
import { useReadersService } from './readers-service.ts';
import { isReason, ReasonField } from './reason-field.tsx';

const EVERY = 'every';
const STATUSES = ['active', 'unproven', 'pending', 'unsubscribed', 'suppressed'] as const;

/** Every reader of a status, or all, as a file, for a reason. */
export function ExportForm() {
  const { readers: words, failed, dismiss } = texts();
  const service = useReadersService();
  const [format, setFormat] = useState('csv');
  const [status, setStatus] = useState<string>(EVERY);
  const [bom, setBom] = useState(true);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [missed, setMissed] = useState(false);
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMissing(!isReason(reason));
    setMissed(false);
    if (!isReason(reason) || busy) return;
    setBusy(true);
    try {
      const of = status === EVERY ? {} : { status };
      const wish = { ...of, format, bom: bom && format === 'csv', reason, words: language() };
      saveFile(await service.exportFile(readerExportBodySchema.parse(wish)));
    } catch {
      setMissed(true);
    }
    setBusy(false);
  }

  return (
    <Section title={words.export.title}>
      <Typography>{words.export.line}</Typography>
      <form noValidate onSubmit={(event) => void send(event)}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex gap={4} wrap="wrap" alignItems="flex-end">
            <Choice
              label={words.export.format}
              value={format}
              options={Object.entries(words.export.formats)}
              onChange={setFormat}
            />
            <Choice
              label={words.export.status}
              value={status}
              options={[
                [EVERY, words.export.every] as const,
                ...STATUSES.map((one) => [one, words.statuses[one]] as const),
              ]}
              onChange={setStatus}
            />
            <Checkbox checked={bom} onCheckedChange={(checked) => setBom(checked === true)}>
              {words.export.bom}
            </Checkbox>
          </Flex>
          <ReasonField value={reason} onChange={setReason} missing={missing} />
          <Flex>
            <Button type="submit" variant="secondary" loading={busy}>
              {words.export.button}
            </Button>
          </Flex>
          <div role="alert">
            {missed && (
              <Alert variant="danger" closeLabel={dismiss} onClose={() => setMissed(false)}>
                {failed}
              </Alert>
            )}
          </div>
        </Flex>
      </form>
    </Section>
  );
}
