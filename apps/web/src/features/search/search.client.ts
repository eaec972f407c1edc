import { followArrows } from './arrow-keys.ts';
import type { SearchView } from './search-view.ts';
import { showFailure, showResults } from './show-results.ts';

/** Results as one types. Without this script the form does the same, a page at a time. */

/** A pause in typing, in milliseconds, after which is asked. */
const PAUSE_MS = 220;

function liveSearch(page: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): void {
  let timer = 0;
  let asking = new AbortController();
  let shown = field.value.trim();

  function addressOf(question: string): URL {
    const address = new URL(form.action);
    if (question !== '') address.searchParams.set('q', question);
    return address;
  }

  async function ask(question: string): Promise<void> {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const address = addressOf(question);
    try {
      const response = await fetch(address, { headers: { accept: 'application/json' }, signal });
      const view: unknown = await response.json();
      if (signal.aborted) return;
      if (!response.ok || !isSearchView(view)) throw new TypeError('The answer is not one of this search.');
      shown = question;
      showResults(page, view);
      document.title = view.title;
      document.querySelector('.language-switch')?.setAttribute('href', view.elsewhere);
      history.replaceState(null, '', address);
    } catch {
      // The form is still there, and says more than a script could of what is wrong.
      if (!signal.aborted) showFailure(page);
    }
  }

  field.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (event instanceof InputEvent && event.isComposing) return;
    const question = field.value.trim();
    if (question === shown) asking.abort();
    else timer = window.setTimeout(ask, PAUSE_MS, question);
  });
  followArrows(page, field);
}

/** Whether the parts that are used are there: a page may be older than the server it asks. */
function isSearchView(value: unknown): value is SearchView {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'status' in value &&
    typeof value.status === 'string' &&
    'results' in value &&
    Array.isArray(value.results)
  );
}

const page = document.querySelector<HTMLElement>('[data-search]');
const form = page?.querySelector('form');
const field = page?.querySelector('input');
if (page && form && field) liveSearch(page, form, field);
