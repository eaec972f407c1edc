import { type InquiryDetail, inquiryPrioritySchema } from '@passerelle/contracts';
import { Field } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { useDeskService } from '../service/desk-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { Choice } from '../words/choice.tsx';
import { Section } from '../words/section.tsx';
import { ActionForm } from './action-form.tsx';
import type { OpenRequest } from './use-request.ts';
import { changesOf, fieldsOf, NOBODY, type WorkFields } from './work-draft.ts';

interface WorkFormProps {
  request: OpenRequest;
  detail: InquiryDetail;
}

/** Who works on a request, how urgent it is, and what comes next. */
export function WorkForm({ request, detail }: WorkFormProps) {
  const words = texts();
  const service = useDeskService();
  const people = useAnswer(() => service.people(), '').answer ?? [];
  const [typed, setTyped] = useState<Partial<WorkFields>>({});
  const [invalid, setInvalid] = useState<readonly (keyof WorkFields)[]>([]);
  const fields = { ...fieldsOf(detail), ...typed };
  const type = (field: keyof WorkFields) => (value: string) => {
    setTyped((before) => ({ ...before, [field]: value }));
    setInvalid((before) => before.filter((one) => one !== field));
  };
  // Whoever has it stays to be seen, also when no longer among those to whom requests are assigned.
  const staff = people.some(({ id }) => id === detail.assignee?.id)
    ? people
    : [...(detail.assignee === null ? [] : [detail.assignee]), ...people];

  async function save() {
    const changes = changesOf(typed, detail);
    if ('invalid' in changes) {
      setInvalid(changes.invalid);
      return 'invalid';
    }
    const refused =
      Object.keys(changes.body).length === 0 ? null : await request.act('details', changes.body);
    if (refused === null) setTyped({});
    return refused;
  }

  const texted: readonly [keyof WorkFields, string, string | undefined, string][] = [
    ['programme', words.detail.programme, words.detail.programmeHint, 'text'],
    ['tags', words.detail.tags, words.detail.tagsHint, 'text'],
    ['action', words.detail.nextAction, undefined, 'text'],
    ['day', words.detail.nextDay, undefined, 'date'],
  ];
  return (
    <Section title={words.detail.work}>
      <ActionForm label={words.detail.work} submit={words.detail.save} done={words.detail.saved} act={save}>
        <Choice
          label={words.detail.assignee}
          value={fields.assignee}
          options={[[NOBODY, words.nobody], ...staff.map(({ id, name }) => [String(id), name] as const)]}
          onChange={type('assignee')}
        />
        <Choice
          label={words.detail.priority}
          value={fields.priority}
          options={inquiryPrioritySchema.options.map((one) => [one, words.priorities[one]] as const)}
          onChange={type('priority')}
        />
        {texted.map(([field, label, hint, kind]) => (
          <Field.Root key={field} hint={hint} error={invalid.includes(field) && words.detail.invalid}>
            <Field.Label>{label}</Field.Label>
            <Field.Input
              type={kind}
              value={fields[field]}
              onChange={(event) => type(field)(event.target.value)}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
        ))}
      </ActionForm>
    </Section>
  );
}
