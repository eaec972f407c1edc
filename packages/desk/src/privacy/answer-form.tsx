import type { RequestDetail } from '@passerelle/contracts';
import { Field, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { Choice } from '../words/choice.tsx';
import { Section } from '../words/section.tsx';
import { SentenceForm } from '../words/sentence-form.tsx';

interface AnswerFormProps {
  detail: RequestDetail;
  onDone: (detail: RequestDetail) => void;
}

const OUTCOMES = ['done', 'refused'] as const;
const LEAST = 3;

/** Answers or refuses a request by mail, and closes it. To be erased is answered by the erasure itself. */
export function AnswerForm({ detail, onDone }: AnswerFormProps) {
  const words = texts();
  const { reply: own, refusals } = words.privacy;
  const service = usePrivacyService();
  const erasure = detail.kind === 'erasure';
  const [outcome, setOutcome] = useState<'done' | 'refused'>(erasure ? 'refused' : 'done');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const fetched = outcome === 'done' && (detail.kind === 'access' || detail.kind === 'portability');

  async function act(): Promise<string | null> {
    const reason = text.trim();
    setWrong(reason.length < LEAST);
    if (reason.length < LEAST) return 'invalid';
    const answer = await service.close(detail.id, { outcome, reason });
    if (typeof answer === 'string') return refusals[answer];
    onDone(answer);
    return null;
  }

  return (
    <Section title={own.title}>
      <Typography>{fetched ? `${own.line} ${own.fetch}` : own.line}</Typography>
      <SentenceForm label={own.title} submit={own.submit} done={own.done} act={act}>
        <Choice
          label={own.outcome}
          value={outcome}
          options={OUTCOMES.filter((one) => !erasure || one === 'refused').map(
            (one) => [one, own.outcomes[one]] as const,
          )}
          onChange={(chosen) => setOutcome(chosen === 'refused' ? 'refused' : 'done')}
        />
        <Field.Root
          required
          hint={outcome === 'refused' ? own.refusedHint : ''}
          error={wrong ? own.missing : false}
        >
          <Field.Label>{own.text}</Field.Label>
          <Textarea value={text} maxLength={1000} onChange={(event) => setText(event.target.value)} />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      </SentenceForm>
    </Section>
  );
}
