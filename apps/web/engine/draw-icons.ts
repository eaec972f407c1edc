import { readFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

/** An icon of the site: its name in `public`, and its bytes. */
export interface Icon {
  name: string;
  bytes: Buffer;
}

/** Lines of the mark that say what they are. */
const LINES = ['deck', 'cable', 'river'] as const;
type Colours = Record<(typeof LINES)[number] | 'paper', string>;
/** In units of the mark, which is 40 wide. Thicker than on a page: an icon is small. */
const STROKE = 3.2;

/** The site's icons, drawn of `ui/Mark.astro` with the colours of `styles/tokens.css`. */
export async function drawIcons(): Promise<Icon[]> {
  const mark = await readFile(new URL('../src/ui/Mark.astro', import.meta.url), 'utf8');
  const tokens = await readFile(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
  const paths = LINES.map((line) => [line, pathOf(mark, line)] as const);
  const { light, dark } = coloursOf(tokens);
  const lines = (colours: Colours) =>
    paths.map(([line, d]) => `<path class="${line}" stroke="${colours[line]}" d="${d}"/>`).join('');
  const drawing = (room: number, around: string, inner: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Passerelle" viewBox="${-room} ${2 - room} ${40 + 2 * room} ${40 + 2 * room}">${around}<g fill="none" stroke-width="${STROKE}" stroke-linecap="round" stroke-linejoin="round">${inner}</g></svg>`;
  const ground = (room: number, radius: number) =>
    `<rect x="${-room}" y="${2 - room}" width="${40 + 2 * room}" height="${40 + 2 * room}" rx="${radius}" fill="${light.paper}"/>`;
  const png = (size: number, room: number, radius = 0) =>
    new Resvg(drawing(room, ground(room, radius), lines(light)), { fitTo: { mode: 'width', value: size } })
      .render()
      .asPng();

  const inTheDark = LINES.map((line) => `.${line}{stroke:${dark[line]}}`).join('');
  const style = `<style>@media (prefers-color-scheme:dark){${inTheDark}}</style>`;
  return [
    { name: 'favicon.svg', bytes: Buffer.from(`${drawing(0, style, lines(light))}\n`) },
    { name: 'favicon.ico', bytes: icoOf(png(32, 2, 8), 32) },
    { name: 'apple-touch-icon.png', bytes: png(180, 8) },
    { name: 'icon-192.png', bytes: png(192, 6) },
    { name: 'icon-512.png', bytes: png(512, 6) },
    // A launcher may cut all but a circle of 80 % of the width.
    { name: 'icon-maskable-512.png', bytes: png(512, 16) },
  ];
}

function pathOf(mark: string, line: string): string {
  const path = mark.match(new RegExp(`class="mark-${line}" d="([^"]+)"`))?.[1];
  if (path === undefined) throw new Error(`ui/Mark.astro has no line mark-${line}.`);
  return path;
}

function coloursOf(tokens: string): { light: Colours; dark: Colours } {
  const [light = '', dark = ''] = tokens.split('prefers-color-scheme: dark');
  const read = (scheme: string): Colours => {
    const colour = (name: string) => {
      const value = scheme.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1];
      if (value === undefined) throw new Error(`styles/tokens.css has no colour --${name}.`);
      return value;
    };
    return { deck: colour('ink'), cable: colour('copper'), river: colour('river'), paper: colour('paper') };
  };
  return { light: read(light), dark: read(dark) };
}

/** An ICO file that holds one square PNG. */
function icoOf(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
