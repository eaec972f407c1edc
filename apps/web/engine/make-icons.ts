import { writeFile } from 'node:fs/promises';
import { drawIcons } from './draw-icons.ts';

/** Writes the icons of the site anew: run it when the mark or its colours change. */
for (const { name, bytes } of await drawIcons()) {
  await writeFile(new URL(`../public/${name}`, import.meta.url), bytes);
}
