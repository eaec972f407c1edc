import { type Markup, toHtml } from './markup.ts';

/** What a compiled template is given for each of its `{{slots}}`. */
export type Slots = Readonly<Record<string, string | Markup>>;

const SLOT = /\{\{([a-zA-Z]+)\}\}/g;

/**
 * Compiles MJML, without filling its `{{slots}}`: MJML never sees what is merged.
 *
 * MJML is loaded by the first mail: it takes half a second and 90 MB, which a CMS that sends none is spared.
 *
 * @throws when the MJML isn't valid.
 */
export async function compileMjml(source: string): Promise<string> {
  const { default: mjml } = await import('mjml');
  // No font of the web: reading a mail asks nothing of anybody.
  const { html } = await mjml(source, { validationLevel: 'strict', fonts: {}, keepComments: false });
  return html;
}

/**
 * Fills the slots of compiled HTML. Text is escaped; what it holds of slots stays text.
 *
 * @throws when a slot has no value, or a value no slot.
 */
export function fillSlots(compiled: string, slots: Slots): string {
  const filled = new Set<string>();
  const html = compiled.replace(SLOT, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`The slot "${name}" of a mail has no value`);
    filled.add(name);
    return toHtml(value);
  });
  const left = Object.keys(slots).filter((name) => !filled.has(name));
  if (left.length > 0) throw new Error(`A mail has no slot "${left.join('", "')}"`);
  return html;
}
