import { z } from 'zod';
import { type WatchedKind, watchedKindSchema } from '../../api/site-status/domain/answers.ts';
import { texts } from '../i18n/texts.ts';
import { SiteStatusPanel, UnsavedPanel } from './panel.tsx';

/** What the edit view hands to a panel; only what is used here. */
interface EditView {
  model: string;
  documentId?: string | undefined;
  document?: unknown;
  meta?: unknown;
}

const rowSchema = z.object({
  locale: z.string(),
  status: z.string().optional(),
  updatedAt: z.string().optional(),
  publishedAt: z.string().nullish(),
});
const metaSchema = z.object({
  availableStatus: z.array(z.object({ updatedAt: z.string().optional(), publishedAt: z.string().nullish() })),
});

type Panel = typeof siteStatusPanel;
type AddPanels = (change: (panels: readonly Panel[]) => Panel[]) => void;

const managerSchema = z.object({
  apis: z.object({
    addEditViewSidePanel: z.custom<AddPanels>((value) => typeof value === 'function'),
  }),
});

/** Puts the panel right below the one with « Publier ». Without it the rest of the admin still works. */
export function addSiteStatusPanel(contentManager: unknown): void {
  const manager = managerSchema.safeParse(contentManager);
  if (manager.success) {
    manager.data.apis.addEditViewSidePanel(([first, ...others]) =>
      first ? [first, siteStatusPanel, ...others] : [siteStatusPanel],
    );
  } else {
    reportError(new Error('The content manager takes no panels', { cause: manager.error }));
  }
}

/** The panel « Site public » of articles and pages; null for every other type. */
function siteStatusPanel({ model, documentId, document, meta }: EditView) {
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
