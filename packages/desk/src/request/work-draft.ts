import { type DetailsBody, detailsBodySchema, type InquiryDetail } from '@passerelle/contracts';

/** The form of a request's work, as it is typed. `assignee` is a number or `none`. */
export interface WorkFields {
  assignee: string;
  priority: string;
  programme: string;
  tags: string;
  action: string;
  day: string;
}

export const NOBODY = 'none';

export function fieldsOf(detail: InquiryDetail): WorkFields {
  return {
    assignee: detail.assignee === null ? NOBODY : String(detail.assignee.id),
    priority: detail.priority,
    programme: detail.programme ?? '',
    tags: detail.tags.join(', '),
    action: detail.nextAction?.text ?? '',
    day: detail.nextAction?.day ?? '',
  };
}

/**
 * What is to be sent of what was typed: changed fields alone, so that what somebody else changed in others stays.
 * `invalid` names the fields the service would refuse.
 */
export function changesOf(
  typed: Partial<WorkFields>,
  detail: InquiryDetail,
): { body: Omit<DetailsBody, 'version'> } | { invalid: (keyof WorkFields)[] } {
  const before = fieldsOf(detail);
  const fields = { ...before, ...typed };
  const changed = (key: keyof WorkFields) => fields[key].trim() !== before[key];
  const blank = (text: string) => (text.trim() === '' ? null : text.trim());
  const wish: Record<string, unknown> = { version: detail.version };
  if (changed('assignee')) wish.assignee = fields.assignee === NOBODY ? null : Number(fields.assignee);
  if (changed('priority')) wish.priority = fields.priority;
  if (changed('programme')) wish.programme = blank(fields.programme);
  if (changed('tags')) wish.tags = tagsOf(fields.tags);
  if (changed('action') || changed('day')) {
    const text = blank(fields.action);
    const day = blank(fields.day);
    wish.nextAction = text === null && day === null ? null : { text: text ?? '', day };
  }
  const parsed = detailsBodySchema.safeParse(wish);
  if (parsed.success) {
    const { version: _, ...body } = parsed.data;
    return { body };
  }
  return { invalid: [...new Set(parsed.error.issues.map(({ path }) => fieldAt(path)))] };
}

/** Tags as they were typed, each once. */
export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

function fieldAt(path: PropertyKey[]): keyof WorkFields {
  const [first, second] = path;
  if (first === 'nextAction') return second === 'day' ? 'day' : 'action';
  return first === 'assignee' || first === 'priority' || first === 'programme' ? first : 'tags';
}
