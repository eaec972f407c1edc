import { type InquiryDetail, replyBodySchema, replyKindSchema } from '@passerelle/contracts';
import { Field, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts, textsOf } from '../i18n/texts.ts';
import { Choice } from '../words/choice.tsx';
import { Section } from '../words/section.tsx';
import { ActionForm } from './action-form.tsx';
import { useAskBeforeLeaving } from './ask-before-leaving.ts';
import type { OpenRequest } from './use-request.ts';

interface ReplyFormProps {
  request: OpenRequest;
  detail: InquiryDetail;
}

/** Answers the visitor by mail; advice of somebody who may not approve it waits. */
export function ReplyForm({ request, detail }: ReplyFormProps) {
  const words = texts();
  const first = textsOf(detail.language).detail.firstSubject;
  const [kind, setKind] = useState('information');
  const [subject, setSubject] = useState(first);
  const [body, setBody] = useState('');
  useAskBeforeLeaving(body.trim() !== '');
  const waits = kind === 'advice' && !detail.may.approve;
  const valid = replyBodySchema.safeParse({ version: detail.version, kind, subject, body }).success;

  async function send() {
    const refused = await request.act('replies', { kind, subject, body });
    if (refused === null) {
      setBody('');
      setSubject(first);
    }
    return refused;
  }

  return (
    <Section title={words.detail.reply}>
      <ActionForm
        label={words.detail.reply}
        submit={waits ? words.detail.propose : words.detail.send}
        done={waits ? words.detail.proposed : words.detail.sent}
        disabled={!valid}
        act={send}
      >
        <Typography variant="pi">{words.detail.languageHint(words.languages[detail.language])}</Typography>
        <Choice
          label={words.detail.kind}
          value={kind}
          options={replyKindSchema.options.map((one) => [one, words.replyKinds[one]] as const)}
          onChange={setKind}
        />
        {waits && <Typography>{words.detail.adviceHint}</Typography>}
        <Field.Root required>
          <Field.Label>{words.detail.subject}</Field.Label>
          <Field.Input value={subject} maxLength={150} onChange={(event) => setSubject(event.target.value)} />
        </Field.Root>
        <Field.Root required>
          <Field.Label>{words.detail.body}</Field.Label>
          <Textarea
            rows={10}
            resizable
            maxLength={20_000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        </Field.Root>
      </ActionForm>
    </Section>
  );
}
