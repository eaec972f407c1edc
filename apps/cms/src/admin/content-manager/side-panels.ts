import type { ReactNode } from 'react';
import { z } from 'zod';

/** What the edit view hands to a panel; only what is used here. */
export interface EditView {
  model: string;
  documentId?: string | undefined;
  document?: unknown;
  meta?: unknown;
}

/** Gives the panel's title and content for a document; null for one it has nothing to say of. */
export type SidePanel = (view: EditView) => { title: string; content: ReactNode } | null;

type AddPanels = (change: (panels: readonly SidePanel[]) => SidePanel[]) => void;

const managerSchema = z.object({
  apis: z.object({
    addEditViewSidePanel: z.custom<AddPanels>((value) => typeof value === 'function'),
  }),
});

/** Puts panels right below the one with « Publier », in this order. Without them the rest of the admin still works. */
export function addSidePanels(contentManager: unknown, added: readonly SidePanel[]): void {
  const manager = managerSchema.safeParse(contentManager);
  if (manager.success) {
    manager.data.apis.addEditViewSidePanel(([first, ...others]) =>
      first ? [first, ...added, ...others] : [...added],
    );
  } else {
    reportError(new Error('The content manager takes no panels', { cause: manager.error }));
  }
}
