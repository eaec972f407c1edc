/**
 * Tables as editors write them: one row per line, cells separated by `|`, the first line being the header.
 * `\|` and `\\` stand for the characters themselves. A `|` at either end of a line is optional, so a table
 * pasted from Markdown is read too, its line of dashes being left out. Empty lines count for nothing.
 */

/** Reads the cells of each line. */
export function readTableCells(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !isRuleLine(line))
    .map(readLine);
}

/** Writes cells so that `readTableCells` gives the same ones back, their outer spaces aside. */
export function writeTableCells(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => `| ${cells.map((cell) => cell.replace(/[\\|]/g, '\\$&')).join(' | ')} |`)
    .join('\n');
}

/** `|---|:---:|`, which Markdown sets under a header. */
function isRuleLine(line: string): boolean {
  return line.includes('|') && /^[\s|:-]*-{3,}[\s|:-]*$/.test(line);
}

function readLine(line: string): string[] {
  const cells = [''];
  const characters = line.trim();
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    const next = characters[index + 1];
    if (character === '\\' && (next === '|' || next === '\\')) {
      cells[cells.length - 1] += next;
      index += 1;
    } else if (character === '|') {
      cells.push('');
    } else {
      cells[cells.length - 1] += character;
    }
  }
  if (characters.startsWith('|')) cells.shift();
  if (endsWithSeparator(characters)) cells.pop();
  return cells.map((cell) => cell.trim());
}

/** A last `|` closes the line, unless an odd number of backslashes makes it a character. */
function endsWithSeparator(line: string): boolean {
  const match = /(\\*)\|$/.exec(line);
  return match !== null && (match[1]?.length ?? 0) % 2 === 0 && line.length > 1;
}
