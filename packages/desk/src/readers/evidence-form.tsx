import { Alert, Button, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { saveFile } from '../service/desk-file.ts';
import { useReadersService } from './readers-service.ts';
import { isReason, ReasonField } from './reason-field.tsx';

/** What proves an address's consents, as a file, for a reason. */
export function EvidenceForm({ email }: { email: string }) {
  const { readers: words, failed, dismiss } = texts();
  const service = useReadersService();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(format: 'pdf' | 'json'): Promise<void> {
    setMissing(!isReason(reason));
    setProblem(null);
    if (!isReason(reason)) return;
    try {
      const file = await service.evidence({ email, format, reason });
      if (file === null) setProblem(words.evidence.unknown);
      else saveFile(file);
    } catch {
      setProblem(failed);
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void take('pdf');
  };

  return (
    <form noValidate onSubmit={submit}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography tag="h3" variant="epsilon">
          {words.evidence.title}
        </Typography>
        <Typography>{words.evidence.line}</Typography>
        <ReasonField value={reason} onChange={setReason} missing={missing} />
        <Flex gap={2} wrap="wrap">
          <Button type="submit">{words.evidence.pdf}</Button>
          <Button variant="secondary" onClick={() => void take('json')}>
            {words.evidence.json}
          </Button>
        </Flex>
        <div role="alert">
          {problem !== null && (
            <Alert variant="danger" closeLabel={dismiss} onClose={() => setProblem(null)}>
              {problem}
            </Alert>
          )}
        </div>
      </Flex>
    </form>
  );
}
