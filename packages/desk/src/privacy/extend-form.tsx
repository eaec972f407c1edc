import { extendRequestBodySchema, type RequestDetail } from '@passerelle/contracts';
import { Field, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { Section } from '../words/section.tsx';
import { SentenceForm } from '../words/sentence-form.tsx';

interface ExtendFormProps {
  detail: RequestDetail;
  onDone: (detail: RequestDetail) => void;
}

/** Puts off the day on which a request is due, with the reason that its person is told. */
export function ExtendForm({ detail, onDone }: ExtendFormProps) {
  const words = texts();
  const { extend: own, refusals } = words.privacy;
  const service = usePrivacyService();
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);

  async function act(): Promise<string | null> {
    const wish = extendRequestBodySchema.safeParse({ until, reason });
    setWrong(!wish.success);
    if (!wish.success) return 'invalid';
    const answer = await service.extend(detail.id, wish.data);
    if (typeof answer === 'string') return refusals[answer];
    setReason('');
    onDone(answer);
    return null;
  }

  return (
    <Section title={own.title}>
      <Typography>{own.line}</Typography>
      <SentenceForm label={own.title} submit={own.submit} done={own.done} act={act}>
        <Field.Root required error={wrong ? own.missing : false}>
          <Field.Label>{own.until}</Field.Label>
          <Field.Input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          <Field.Error />
        </Field.Root>
        <Field.Root required>
          <Field.Label>{own.reason}</Field.Label>
          <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
        </Field.Root>
      </SentenceForm>
    </Section>
  );
}
