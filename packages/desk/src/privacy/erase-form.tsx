import type { RequestDetail } from '@passerelle/contracts';
import { Field, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { Section } from '../words/section.tsx';
import { SentenceForm } from '../words/sentence-form.tsx';

interface EraseFormProps {
  detail: RequestDetail;
  onDone: (detail: RequestDetail) => void;
}

/** Erases whoever asked for it, once the request's reference was typed. */
export function EraseForm({ detail, onDone }: EraseFormProps) {
  const words = texts();
  const { erase: own, bundle, refusals } = words.privacy;
  const service = usePrivacyService();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  async function act(): Promise<string | null> {
    const matches = typed.trim().toUpperCase() === detail.reference;
    setWrong(!matches);
    if (!matches) return 'invalid';
    const outcome = await service.erase(detail.id, bundle.reason(detail.reference));
    if (typeof outcome === 'string') return refusals[outcome];
    const after = await service.look(detail.id);
    if (after !== null) onDone(after);
    return null;
  }

  return (
    <Section title={own.title}>
      <Typography>{own.line}</Typography>
      <SentenceForm label={own.title} submit={own.submit} done={own.done} danger act={act}>
        <Field.Root required error={wrong ? own.mismatch : false}>
          <Field.Label>{own.confirm(detail.reference)}</Field.Label>
          <Field.Input
            type="text"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Field.Error />
        </Field.Root>
      </SentenceForm>
    </Section>
  );
}
