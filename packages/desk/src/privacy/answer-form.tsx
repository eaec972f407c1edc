import { type ConsentPurpose, closeRequestBodySchema, type RequestDetail } from '@passerelle/contracts';
import { Field, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { Choice } from '../words/choice.tsx';
import { Section } from '../words/section.tsx';
import { SentenceForm } from '../words/sentence-form.tsx';
import { WithdrawnConsents } from './withdrawn-consents.tsx';

interface AnswerFormProps {
  detail: RequestDetail;
  onDone: (detail: RequestDetail) => void;
}

const OUTCOMES = ['done', 'refused'] as const;
const FIELDS = ['provision', 'reason'] as const;
type Part = (typeof FIELDS)[number];

/** Answers or refuses a request by mail, and closes it. To be erased is answered by the erasure itself. */
export function AnswerForm({ detail, onDone }: AnswerFormProps) {
  const words = texts();
  const { reply: own, refusals } = words.privacy;
  const service = usePrivacyService();
  const erasure = detail.kind === 'erasure';
  const [outcome, setOutcome] = useState<'done' | 'refused'>(erasure ? 'refused' : 'done');
  const [typed, setTyped] = useState({ provision: '', reason: '' });
  const [wrong, setWrong] = useState<readonly Part[]>([]);
  const [withdraws, setWithdraws] = useState<readonly ConsentPurpose[]>(
    // One that is alone is what is meant.
    detail.standing.length === 1 ? detail.standing : [],
  );
  const refused = outcome === 'refused';
  const fetched = outcome === 'done' && (detail.kind === 'access' || detail.kind === 'portability');

  const type = (field: Part, text: string) => setTyped((before) => ({ ...before, [field]: text }));

  async function act(): Promise<string | null> {
    const { provision, reason } = typed;
    const wish = closeRequestBodySchema.safeParse(
      refused ? { outcome, provision, reason } : { outcome, withdraws, reason },
    );
    const missing = wish.success ? [] : wish.error.issues.map(({ path }) => path[0]);
    setWrong(FIELDS.filter((field) => missing.includes(field)));
    if (!wish.success) return 'invalid';
    const answer = await service.close(detail.id, wish.data);
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
        {!refused && detail.kind === 'withdrawal' && (
          <WithdrawnConsents standing={detail.standing} chosen={withdraws} onChange={setWithdraws} />
        )}
        {refused && (
          <Field.Root
            required
            hint={own.provisionHint}
            error={wrong.includes('provision') && own.provisionMissing}
          >
            <Field.Label>{own.provision}</Field.Label>
            <Field.Input
              value={typed.provision}
              maxLength={200}
              onChange={(event) => type('provision', event.target.value)}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
        )}
        <Field.Root required hint={hintOf(detail, outcome)} error={wrong.includes('reason') && own.missing}>
          <Field.Label>{refused ? own.reason : own.text}</Field.Label>
          <Textarea
            value={typed.reason}
            maxLength={1000}
            onChange={(event) => type('reason', event.target.value)}
          />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      </SentenceForm>
    </Section>
  );
}

/** What the law asks of an answer beside its words. */
function hintOf({ kind }: RequestDetail, outcome: 'done' | 'refused'): string {
  const own = texts().privacy.reply;
  if (outcome === 'refused') return own.refusedHint;
  return kind === 'rectification' ? own.correctedHint : '';
}
