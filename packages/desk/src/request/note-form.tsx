import { noteBodySchema } from '@passerelle/contracts';
import { Field, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import { texts } from '../i18n/texts.ts';
import { Section } from '../words/section.tsx';
import { ActionForm } from './action-form.tsx';
import type { OpenRequest } from './use-request.ts';

/** A note for colleagues. */
export function NoteForm({ request }: { request: OpenRequest }) {
  const words = texts().detail;
  const [text, setText] = useState('');
  async function add() {
    const refused = await request.act('notes', { text });
    if (refused === null) setText('');
    return refused;
  }
  return (
    <Section title={words.notes}>
      <ActionForm
        label={words.notes}
        submit={words.addNote}
        done={words.noteDone}
        disabled={!noteBodySchema.safeParse({ text }).success}
        act={add}
      >
        <Field.Root hint={words.noteHint}>
          <Field.Label>{words.noteText}</Field.Label>
          <Textarea value={text} maxLength={5000} onChange={(event) => setText(event.target.value)} />
          <Field.Hint />
        </Field.Root>
      </ActionForm>
    </Section>
  );
}
