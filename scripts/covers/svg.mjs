/** Small, pure pieces the drawings are made of. Coordinates are pixels of a 1600 × 900 sheet. */

export const WIDTH = 1600;
export const HEIGHT = 900;

/** Attributes as text; an undefined value is left out. */
const attributes = (values) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** One SVG element; `children` is markup already. */
export const element = (name, values, children = '') => `<${name}${attributes(values)}>${children}</${name}>`;

export const shape = (d, fill, more = {}) => element('path', { d, fill, ...more });
export const line = (d, stroke, width, more = {}) =>
  element('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });
export const circle = (cx, cy, r, fill, more = {}) => element('circle', { cx, cy, r, fill, ...more });
export const ellipse = (cx, cy, rx, ry, fill, more = {}) =>
  element('ellipse', { cx, cy, rx, ry, fill, ...more });
export const box = (x, y, width, height, fill, more = {}) =>
  element('rect', { x, y, width, height, fill, ...more });
export const group = (children, more = {}) => element('g', more, children.join(''));
export const polygon = (points, fill, more = {}) => shape(`M${points.join('L')}Z`, fill, more);

/** A repeatable source of numbers in [0, 1): FNV-1a of the text seeds a mulberry32 sequence. */
export function sequence(text) {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A smooth open path through the points (Catmull-Rom as cubic Béziers). */
export function curve(points) {
  const at = (index) => points[Math.max(0, Math.min(points.length - 1, index))];
  const steps = points.slice(1).map(([x, y], index) => {
    const [before, from, after] = [at(index - 1), at(index), at(index + 2)];
    const first = [from[0] + (x - before[0]) / 6, from[1] + (y - before[1]) / 6];
    const second = [x - (after[0] - from[0]) / 6, y - (after[1] - from[1]) / 6];
    return `C${[...first, ...second, x, y].map((value) => value.toFixed(1)).join(' ')}`;
  });
  return `M${points[0].join(' ')}${steps.join('')}`;
}

/** The land or water under a smooth line, down to the bottom edge. */
export const below = (points, fill, more = {}) =>
  shape(`${curve(points)}L${points.at(-1)[0]} ${HEIGHT}L${points[0][0]} ${HEIGHT}Z`, fill, more);

/** Mixes two `#rrggbb` colours; `share` of the second, 0 to 1. */
export function mix(first, second, share) {
  const channels = (colour) => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  const other = channels(second);
  const mixed = channels(first).map((value, index) => Math.round(value + (other[index] - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** `count` numbers, evenly spread, both ends included. */
export const spread = (count, from, until) =>
  Array.from({ length: count }, (_, index) => from + ((until - from) * index) / (count - 1));
