import { fillMergeFields, type MergeField, mergeFieldsIn, type ReplyTemplate } from '@passerelle/contracts';
import type { ReplyDraft } from '../service/desk-service.ts';

/** How many files are asked for, unless somebody says otherwise. */
export const USUAL_FILES = 5;

/** An answer that is being written, and the text that a template put in. */
export interface Draft extends ReplyDraft {
  template: ReplyTemplate | null;
  filled: string;
}

/** A draft with a template put in: what somebody has written themselves stays above it. */
export function withTemplate(
  draft: Draft,
  template: ReplyTemplate,
  values: Readonly<Partial<Record<MergeField, string>>>,
): Draft {
  const filled = fillMergeFields(template.body, values);
  const own = draft.body.trim() === '' || draft.body === draft.filled ? '' : `${draft.body.trimEnd()}\n\n`;
  return {
    template,
    filled,
    kind: template.kind,
    subject: fillMergeFields(template.subject, values),
    body: own + filled,
    files: template.asksForFiles ? (draft.files ?? USUAL_FILES) : null,
  };
}

/** The merge fields that are left for somebody to fill, as they are written. */
export function fieldsLeft({ subject, body }: Pick<ReplyDraft, 'subject' | 'body'>): string[] {
  return mergeFieldsIn(`${subject}\n${body}`).map((name) => `{{${name}}}`);
}
