import { z } from 'zod';
import { type WatchedKind, watchedKindSchema } from '../../api/site-status/domain/answers.ts';
import type { EditView } from '../content-manager/side-panels.ts';
import { texts } from '../i18n/texts.ts';
import { SiteStatusPanel, UnsavedPanel } from './panel.tsx';

const rowSchema = z.object({
  locale: z.string(),
  status: z.string().optional(),
  updatedAt: z.string().optional(),
  publishedAt: z.string().nullish(),
});
const metaSchema = z.object({
  availableStatus: z.array(z.object({ updatedAt: z.string().optional(), publishedAt: z.string().nullish() })),
});

/** The panel « Site public » of articles and pages; null for every other type. */
export function siteStatusPanel({ model, documentId, document, meta }: EditView) {
  const kind = kindOf(model);
  if (kind === undefined) return null;
  const row = rowSchema.safeParse(document);
  const versions = metaSchema.safeParse(meta);
  const content =
    documentId === undefined || !row.success ? (
      <UnsavedPanel />
    ) : (
      <SiteStatusPanel
        kind={kind}
        documentId={documentId}
        locale={row.data.locale}
        draftChanged={row.data.status === 'modified'}
        occasion={JSON.stringify([row.data, versions.data])}
      />
    );
  return { title: texts().panel.title, content };
}

function kindOf(model: string): WatchedKind | undefined {
  return watchedKindSchema.options.find((kind) => model === `api::${kind}.${kind}`);
}
