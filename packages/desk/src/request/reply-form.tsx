import { type InquiryDetail, replyBodySchema, replyKindSchema, saysAdvice } from '@passerelle/contracts';
import { Checkbox, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { texts, textsOf } from '../i18n/texts.ts';
import { useDeskService } from '../service/desk-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { Choice } from '../words/choice.tsx';
import { Section } from '../words/section.tsx';
import { ActionForm } from './action-form.tsx';
import { useAskBeforeLeaving } from './ask-before-leaving.ts';
import { FilesMost } from './files-most.tsx';
import { mergeValues } from './merge-values.ts';
import { Preview } from './preview.tsx';
import { type Draft, fieldsLeft, USUAL_FILES, withTemplate } from './reply-draft.ts';
import type { OpenRequest } from './use-request.ts';

interface ReplyFormProps {
  request: OpenRequest;
  detail: InquiryDetail;
}

/** Stands for no template: a select's option can't be empty. */
const NONE = 'none';

/** Answers the visitor by mail, from a template or not; advice of somebody who may not approve it waits. */
export function ReplyForm({ request, detail }: ReplyFormProps) {
  const words = texts();
  const service = useDeskService();
  const { language, version } = detail;
  const templates = useAnswer(() => service.templates(language), language).answer ?? [];
  const first: Draft = {
    kind: 'information',
    subject: textsOf(language).detail.firstSubject,
    body: '',
    files: null,
    template: null,
    filled: '',
  };
  const [draft, setDraft] = useState(first);
  const change = (fields: Partial<Draft>) => setDraft((before) => ({ ...before, ...fields }));
  const { subject, body, files, template } = draft;
  // What a template holds for advice is advice; the service says so too.
  const advises = saysAdvice(body, templates);
  const kind = advises ? 'advice' : draft.kind;
  useAskBeforeLeaving(body.trim() !== '');
  const waits = kind === 'advice' && !detail.may.approve;
  const left = fieldsLeft(draft);
  const valid = replyBodySchema.safeParse({ version, kind, subject, body, files }).success;

  function choose(id: string): void {
    const chosen = templates.find((one) => one.id === id);
    if (chosen === undefined) change({ template: null });
    else setDraft((before) => withTemplate(before, chosen, mergeValues(detail)));
  }

  async function send() {
    const refused = await request.act('replies', { kind, subject, body, files });
    if (refused === null) setDraft(first);
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
        <Typography variant="pi">{words.detail.languageHint(words.languages[language])}</Typography>
        {templates.length > 0 && (
          <Choice
            label={words.detail.template}
            value={template?.id ?? NONE}
            options={[
              [NONE, words.detail.noTemplate],
              ...templates.map(({ id, name }) => [id, name] as const),
            ]}
            onChange={choose}
          />
        )}
        <Choice
          label={words.detail.kind}
          value={kind}
          options={replyKindSchema.options.map((one) => [one, words.replyKinds[one]] as const)}
          onChange={(chosen) => change({ kind: chosen })}
          disabled={advises}
        />
        {waits && <Typography>{words.detail.adviceHint}</Typography>}
        <Field.Root required>
          <Field.Label>{words.detail.subject}</Field.Label>
          <Field.Input
            value={subject}
            maxLength={150}
            onChange={(event) => change({ subject: event.target.value })}
          />
        </Field.Root>
        <Field.Root required error={left.length > 0 && words.detail.fieldsLeft(left.join(', '))}>
          <Field.Label>{words.detail.body}</Field.Label>
          <Textarea
            rows={10}
            resizable
            maxLength={20_000}
            value={body}
            onChange={(event) => change({ body: event.target.value })}
          />
          <Field.Error />
        </Field.Root>
        <Checkbox
          checked={files !== null}
          onCheckedChange={(ticked) => change({ files: ticked === true ? USUAL_FILES : null })}
        >
          {words.detail.inviteTick}
        </Checkbox>
        {files !== null && <FilesMost value={files} onChange={(most) => change({ files: most })} />}
        <Flex>
          <Preview request={detail.id} draft={{ kind, subject, body, files }} disabled={!valid} />
        </Flex>
      </ActionForm>
    </Section>
  );
}
