import type { InquiryDetail } from '@passerelle/contracts';
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { ActionDialog } from '../words/action-dialog.tsx';
import { Section } from '../words/section.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { OpenRequest } from './use-request.ts';

interface StepsProps {
  request: OpenRequest;
  detail: InquiryDetail;
}

type Step = InquiryDetail['next'][number];

/** The ways on from where a request stands, and its legal hold. */
export function Steps({ request, detail }: StepsProps) {
  const words = texts();
  const [step, setStep] = useState<Step | null>(null);
  const [holding, setHolding] = useState(false);
  return (
    <Section title={words.detail.steps}>
      {detail.may.work && (
        <Flex gap={2} wrap="wrap">
          {detail.next.map((one) => (
            <Button key={one.to} variant="secondary" onClick={() => setStep(one)}>
              {words.detail.to(words.statuses[one.to])}
            </Button>
          ))}
        </Flex>
      )}
      {detail.legalHold && <Typography>{words.detail.held}</Typography>}
      {detail.may.hold && (
        <Flex>
          <Button variant="tertiary" onClick={() => setHolding(true)}>
            {detail.legalHold ? words.detail.release : words.detail.hold}
          </Button>
        </Flex>
      )}
      {step !== null && <StepDialog request={request} step={step} onClose={() => setStep(null)} />}
      {holding && (
        <ReasonDialog
          title={detail.legalHold ? words.detail.release : words.detail.hold}
          done={words.detail.holdDone}
          act={(reason) => request.act('hold', { hold: !detail.legalHold, reason })}
          onClose={() => setHolding(false)}
        />
      )}
    </Section>
  );
}

function StepDialog({ request, step, onClose }: { request: OpenRequest; step: Step; onClose: () => void }) {
  const words = texts();
  const [reason, setReason] = useState('');
  const title = words.detail.to(words.statuses[step.to]);
  return (
    <ActionDialog
      title={title}
      confirm={words.list.moveConfirm}
      done={words.detail.stepDone}
      onClose={onClose}
      onDone={onClose}
      act={async () =>
        step.needsReason && reason.trim() === ''
          ? 'reason-missing'
          : request.act('transition', { to: step.to, reason })
      }
    >
      <Field.Root required={step.needsReason}>
        <Field.Label>{words.detail.reason}</Field.Label>
        <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </Field.Root>
    </ActionDialog>
  );
}
