/** Lets the arrow keys lead from the field to the results and back; Escape leads back at once. */
export function followArrows(page: HTMLElement, field: HTMLElement): void {
  page.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...page.querySelectorAll<HTMLElement>('.results a[href]')];
    const { target } = event;
    const at = target instanceof HTMLElement ? links.indexOf(target) : -1;
    if (at < 0 && target !== field) return;
    const next = stepFrom(event.key, at, links, field);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function stepFrom(key: string, at: number, links: readonly HTMLElement[], field: HTMLElement) {
  if (key === 'ArrowDown') return links[at + 1];
  if (at < 0) return undefined;
  if (key === 'ArrowUp') return links[at - 1] ?? field;
  return key === 'Escape' ? field : undefined;
}
