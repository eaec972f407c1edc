import type { Segment } from '../../published/search/highlight.ts';
import { safeHref } from '../../ui/href.ts';
import type { ResultView, SearchView } from './search-view.ts';

/**
 * Puts an answer into the page of results. Nothing is read as markup: the elements are those that the server has
 * written, or copies of the pattern it gives.
 *
 * @param page the element that holds all `data-part`s of `SearchPage.astro`
 */
export function showResults(page: ParentNode, view: SearchView): void {
  write(page, 'count', view.status);
  write(page, 'note', view.note);
  show(page, 'failed', false);
  show(page, 'suggestion', view.meant !== null);
  link(page, 'meant', view.meant?.path ?? null, view.meant?.label);
  show(page, 'nothing', view.nothing);
  show(page, 'pages', view.pages !== null);
  write(page, 'page', view.pages?.text ?? null);
  for (const way of ['previous', 'next'] as const) {
    const path = view.pages?.[way] ?? null;
    link(page, way, path);
    show(page, way, path !== null);
  }
  const pattern = page.querySelector('template');
  if (!pattern) return;
  part(page, 'list')?.replaceChildren(...view.results.map((result) => resultElement(pattern, result)));
}

/** Says that the results are no longer those of what is typed. */
export function showFailure(page: ParentNode): void {
  show(page, 'failed', true);
}

function resultElement(pattern: HTMLTemplateElement, view: ResultView): Node {
  const result = pattern.ownerDocument.importNode(pattern.content, true);
  write(result, 'kind', view.kind);
  segments(result, 'title', view.title);
  link(result, 'title', view.path);
  segments(result, 'excerpt', view.excerpt);
  if (view.date) {
    write(result, 'date', view.date.text);
    part(result, 'date')?.setAttribute('datetime', view.date.iso);
  } else {
    part(result, 'date')?.parentElement?.remove();
  }
  if (view.status) {
    write(result, 'status', view.status.text);
    part(result, 'status')?.setAttribute('class', `status status-${view.status.name}`);
  } else {
    part(result, 'status')?.remove();
  }
  if (view.notice === null) part(result, 'notice')?.remove();
  else write(result, 'notice', view.notice);
  if (view.read) link(result, 'read', view.read.path, view.read.label);
  else part(result, 'read')?.parentElement?.remove();
  return result;
}

const part = (within: ParentNode, name: string): Element | null =>
  within.querySelector(`[data-part="${name}"]`);

function show(within: ParentNode, name: string, shown: boolean): void {
  part(within, name)?.toggleAttribute('hidden', !shown);
}

/** Writes a text; hides its element when there is none. */
function write(within: ParentNode, name: string, text: string | null): void {
  const element = part(within, name);
  if (element) element.textContent = text;
  element?.toggleAttribute('hidden', text === null);
}

function link(within: ParentNode, name: string, path: string | null, label?: string): void {
  const element = part(within, name);
  const href = path === null ? null : safeHref(path);
  if (href === null) element?.removeAttribute('href');
  else element?.setAttribute('href', href);
  if (element && label !== undefined) element.textContent = label;
}

function segments(within: ParentNode, name: string, given: readonly Segment[]): void {
  const element = part(within, name);
  element?.replaceChildren(
    ...given.map(({ text, mark }) => {
      if (!mark) return text;
      const marked = element.ownerDocument.createElement('mark');
      marked.textContent = text;
      return marked;
    }),
  );
}
