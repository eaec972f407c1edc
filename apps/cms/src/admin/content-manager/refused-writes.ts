import { useForm } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { z } from 'zod';
import { typedText } from './typed-text.ts';

/** What the edit view hands to an action, and what an action says of its button; only what is used here. */
interface EditView {
  model: string;
  documentId?: string | undefined;
  document?: unknown;
}
interface Button {
  onClick?: (event: unknown) => unknown;
}
type Action = ((view: EditView) => Button | null) & { type?: string | undefined; position?: unknown };

/** The actions that send the form to the CMS, which may refuse it. */
const WRITES = ['publish', 'update'];

const typed = typedText();

/**
 * Has an action that sends the form keep what was typed. When the first version in a language is refused, Strapi
 * reads the document again, finds nothing in that language and shows an empty form; this puts the text back.
 */
function keepingText(action: Action): Action {
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each action, when the admin starts
  const useAction = (view: EditView) => useKeptText(view, action(view));
  return Object.assign(useAction, { type: action.type, position: action.position });
}

function useKeptText(view: EditView, button: Button | null): Button | null {
  const getValues = useForm('KeptText', (form) => form.getValues);
  const setValues = useForm('KeptText', (form) => form.setValues);
  const version = versionOf(view);
  useEffect(() => {
    const values = typed.take(version ?? '');
    if (values) setValues(values);
  }, [version, setValues]);
  if (button?.onClick === undefined || version === undefined) return button;
  const { onClick } = button;
  return {
    ...button,
    onClick: (event) => {
      typed.keep(version, { ...getValues() });
      return onClick(event);
    },
  };
}

/** A version the CMS has; in place of one it doesn't have Strapi gives an empty object. */
const storedSchema = z.object({ id: z.number() });

/** Names a version that the CMS doesn't have yet of a document that it has; undefined for any other. */
function versionOf({ model, documentId, document }: EditView): string | undefined {
  if (documentId === undefined || storedSchema.safeParse(document).success) return undefined;
  const locale = new URLSearchParams(window.location.search).get('plugins[i18n][locale]');
  return `${model}/${documentId}/${locale ?? ''}`;
}

type ChangeActions = (change: (actions: readonly Action[]) => Action[]) => void;

const managerSchema = z.object({
  apis: z.object({ addDocumentAction: z.custom<ChangeActions>((value) => typeof value === 'function') }),
});

/** Keeps what editors type in a new language when the CMS refuses it. Without it the rest still works. */
export function keepRefusedText(contentManager: unknown): void {
  const manager = managerSchema.safeParse(contentManager);
  if (manager.success) {
    manager.data.apis.addDocumentAction((actions) =>
      actions.map((action) => (WRITES.includes(action.type ?? '') ? keepingText(action) : action)),
    );
  } else {
    reportError(new Error('The content manager takes no actions', { cause: manager.error }));
  }
}
