/** Text that is HTML already: the only kind that a template takes as it is. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Value = string | number | Markup | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A value as HTML, for an element's text or a quoted attribute. */
export function toHtml(value: Value): string {
  if (value instanceof Markup) return value.html;
  if (typeof value === 'object') return value.map(({ html }) => html).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A tag for templates: what is merged in is text, unless it is `Markup`. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const merged = values.map((value, index) => toHtml(value) + (parts[index + 1] ?? ''));
  return new Markup((parts[0] ?? '') + merged.join(''));
}
