import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Whether the atelier shows every component of the site: one that is new must have its sample. */

const SITE = join(import.meta.dirname, '..');
const IMPORTED = /from '(\.[^']+\.astro)'/g;
/** The steps of a form's journey: controls of `ui/forms`, around what a visitor is asked. */
const JOURNEYS = /^features\/(?:files|inquiry|newsletter|person-request)\//;
/** What stands once on a page, around everything else. */
const WHOLE = /\/(?:Layout|PageHeader)\.astro$/;

const importedBy = (component: string): string[] =>
  [...readFileSync(join(SITE, component), 'utf8').matchAll(IMPORTED)].map(([, path = '']) =>
    join(dirname(component), path),
  );

/** The components below one, itself included. */
function shownBy(component: string, seen = new Set<string>()): Set<string> {
  if (seen.has(component)) return seen;
  seen.add(component);
  for (const below of importedBy(component)) shownBy(below, seen);
  return seen;
}

describe('the atelier', () => {
  const shown = shownBy('atelier/Atelier.astro');
  const components = globSync('{ui,blocks,layouts,features}/**/*.astro', { cwd: SITE });

  it('shows every component that pages are made of', () => {
    expect(components.length).toBeGreaterThan(80);
    const missing = components.filter(
      (component) =>
        !shown.has(component) &&
        !JOURNEYS.test(component) &&
        !importedBy(component).some((by) => WHOLE.test(by)),
    );
    expect(missing).toEqual([]);
  });
});
