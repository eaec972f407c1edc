import { z } from 'zod';
import type { EditView } from '../content-manager/side-panels.ts';
import { texts } from '../i18n/texts.ts';
import { Note } from './note.tsx';
import { PollPanel } from './panel.tsx';

const versionsSchema = z.object({
  updatedAt: z.string().optional(),
  publishedAt: z.string().nullish(),
  status: z.string().optional(),
});

/** The panel « Sondage » of polls; null for every other type. */
export function pollPanel({ model, documentId, document }: EditView) {
  if (model !== 'api::poll.poll') return null;
  const words = texts().poll;
  const version = versionsSchema.safeParse(document);
  const content =
    documentId === undefined ? (
      <Note>{words.unsaved}</Note>
    ) : (
      <PollPanel documentId={documentId} occasion={JSON.stringify(version.data)} />
    );
  return { title: words.title, content };
}
