import type { InquirySummary } from '@passerelle/contracts';
import { Field, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { useDeskService } from '../service/desk-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { ActionDialog } from '../words/action-dialog.tsx';
import { Choice } from '../words/choice.tsx';

interface MoveDialogProps {
  inquiry: InquirySummary;
  onClose: () => void;
  onMoved: () => void;
}

/** Leads a request to another status, of those the service allows now. */
export function MoveDialog({ inquiry, onClose, onMoved }: MoveDialogProps) {
  const words = texts();
  const service = useDeskService();
  const { answer } = useAnswer(() => service.look(inquiry.id), inquiry.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const steps = answer?.next ?? [];
  const step = steps.find(({ to }) => to === chosen) ?? steps[0];

  async function move() {
    if (answer === null || step === undefined) return 'failed' as const;
    if (step.needsReason && reason.trim() === '') return 'reason-missing' as const;
    const outcome = await service.act(inquiry.id, 'transition', {
      version: answer.version,
      to: step.to,
      reason,
    });
    return outcome.done ? null : outcome.code;
  }

  return (
    <ActionDialog
      title={`${words.list.moveTitle} – ${inquiry.reference}`}
      confirm={words.list.moveConfirm}
      done={words.detail.stepDone}
      act={move}
      onClose={onClose}
      onDone={onMoved}
    >
      {answer === null && <Typography>{words.loading}</Typography>}
      {answer !== null && step === undefined && <Typography>{words.list.noMove}</Typography>}
      {step !== undefined && (
        <>
          <Choice
            label={words.list.moveTo}
            value={step.to}
            options={steps.map(({ to }) => [to, words.statuses[to]] as const)}
            onChange={setChosen}
          />
          <Field.Root required={step.needsReason}>
            <Field.Label>{words.detail.reason}</Field.Label>
            <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
          </Field.Root>
        </>
      )}
    </ActionDialog>
  );
}
