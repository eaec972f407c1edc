import { z } from 'zod';
import type { EditView } from '../content-manager/side-panels.ts';
import { texts } from '../i18n/texts.ts';
import { Note } from '../poll/note.tsx';
import { CampaignPanel } from './panel.tsx';

const versionSchema = z.object({ updatedAt: z.string().optional(), locale: z.string().nullish() });

/** The panel « Envoi » of campaigns; null for every other type. */
export function campaignPanel({ model, documentId, document }: EditView) {
  if (model !== 'api::campaign.campaign') return null;
  const words = texts().campaign;
  const version = versionSchema.safeParse(document);
  const content =
    documentId === undefined ? (
      <Note>{words.unsaved}</Note>
    ) : (
      <CampaignPanel documentId={documentId} occasion={JSON.stringify(version.data)} />
    );
  return { title: words.title, content };
}
