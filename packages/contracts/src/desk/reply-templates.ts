import { z } from 'zod';
import { localeSchema } from '../content/primitives.ts';
import { replyKindSchema } from './inquiry-life.ts';

/** What a reply template may have put in, written `{{reference}}`; the same names in French and in English. */
export const mergeFieldSchema = z.enum(['salutation', 'nom', 'reference', 'programme', 'prochaine-etape']);
export type MergeField = z.infer<typeof mergeFieldSchema>;

const WRITTEN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The merge fields a text has, known or not, as they are written between the braces. */
export function mergeFieldsIn(text: string): string[] {
  return [...new Set([...text.matchAll(WRITTEN)].map(([, name = '']) => name))];
}

/** A text with its merge fields put in. One without a value stays as it is written: somebody has to see to it. */
export function fillMergeFields(text: string, values: Readonly<Partial<Record<MergeField, string>>>): string {
  return text.replace(WRITTEN, (written, name: string) => {
    const field = mergeFieldSchema.safeParse(name);
    return (field.success ? values[field.data] : undefined) ?? written;
  });
}

/** Characters from which on a passage tells where it is from. */
const TELLING = 40;

/** What stands in every answer from a template: its passages between line ends and merge fields. */
function passagesOf(body: string): string[] {
  const passages = body.split(/\n|\{\{[^{}]*\}\}/).map(oneSpaced);
  const telling = passages.filter(({ length }) => length >= TELLING);
  const [longest] = passages.toSorted((one, other) => other.length - one.length);
  return telling.length > 0 || !longest ? telling : [longest];
}

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a text has a passage of a template of advice, which no template of information has too. */
export function saysAdvice(
  text: string,
  templates: readonly Pick<ReplyTemplate, 'kind' | 'body'>[],
): boolean {
  const of = (kind: ReplyTemplate['kind']) =>
    templates.filter((one) => one.kind === kind).flatMap(({ body }) => passagesOf(body));
  const said = oneSpaced(text);
  const harmless = new Set(of('information'));
  return of('advice').some((passage) => said.includes(passage) && !harmless.has(passage));
}

/** `GET /passerelle/inquiries/templates`: those of one language, by name. */
export const replyTemplatesQuerySchema = z.strictObject({ language: localeSchema });
export const replyTemplatesSchema = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: replyKindSchema,
      subject: z.string(),
      body: z.string(),
      /** Whether an invitation to send files goes with it, unless it is taken out. */
      asksForFiles: z.boolean(),
    }),
  ),
});
export type ReplyTemplate = z.infer<typeof replyTemplatesSchema>['templates'][number];

/** `POST /passerelle/inquiries/:id/preview`: the mail of a reply, as it will be sent. */
export const replyPreviewSchema = z.object({ subject: z.string(), html: z.string(), text: z.string() });
export type ReplyPreview = z.infer<typeof replyPreviewSchema>;
