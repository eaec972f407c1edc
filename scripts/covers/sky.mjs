import { circle, curve, element, group, HEIGHT, line, mix, shape, spread, WIDTH } from './svg.mjs';

/** What hangs over the river. `random` is the article's own sequence. */

export function sky(palette) {
  const stops = palette.sky.map((colour, index) =>
    element('stop', { offset: index, 'stop-color': colour, 'stop-opacity': 1 }),
  );
  return (
    element(
      'defs',
      {},
      element('linearGradient', { id: 'sky', x1: 0, y1: 0, x2: 0, y2: 0.62 }, stops.join('')),
    ) + element('rect', { width: WIDTH, height: HEIGHT, fill: 'url(#sky)' })
  );
}

/** Long flat clouds cut from the light of the horizon. */
export function clouds(palette, random) {
  const tint = mix(palette.sky[1], palette.paper, 0.55);
  return group(
    spread(3, 90, 330).map((y, index) => {
      const x = random() * 1300;
      const length = 260 + random() * 380;
      const thickness = 20 + random() * 14;
      return group(
        [
          element('rect', { x, y, width: length, height: thickness, rx: thickness / 2, fill: tint }),
          element('rect', {
            x: x + length * 0.2,
            y: y - thickness * 0.72,
            width: length * 0.45,
            height: thickness,
            rx: thickness / 2,
            fill: tint,
          }),
        ],
        { opacity: 0.34 - index * 0.06 },
      );
    }),
  );
}

/** Sun or moon, with the rings of a paper cut-out. */
export function disc(palette, x, y, radius) {
  return group([
    circle(x, y, radius * 1.85, palette.disc, { opacity: 0.1 }),
    circle(x, y, radius * 1.42, palette.disc, { opacity: 0.16 }),
    circle(x, y, radius, palette.disc),
  ]);
}

export function stars(palette, random) {
  return group(
    Array.from({ length: 46 }, () =>
      circle(Math.round(random() * WIDTH), Math.round(random() * 330), 1.2 + random() * 2.2, palette.paper, {
        opacity: (0.35 + random() * 0.55).toFixed(2),
      }),
    ),
  );
}

/** Three curtains of northern light. */
export function aurora(palette, random) {
  return group(
    [0, 1, 2].map((index) => {
      const base = 250 + index * 46;
      const foot = spread(9, -40, WIDTH + 40).map((x) => [x, base + (random() - 0.5) * 90]);
      const head = [...foot].reverse().map(([x, y]) => [x + 50, y - 190 - random() * 60]);
      return shape(
        `${curve(foot)}L${head[0]}${curve(head).replace(/^M[^C]+/, '')}Z`,
        index === 1 ? palette.paper : palette.second,
        { opacity: 0.16 },
      );
    }),
  );
}

export function snow(palette, random) {
  return group(
    Array.from({ length: 90 }, () =>
      circle(
        Math.round(random() * WIDTH),
        Math.round(random() * HEIGHT),
        1.6 + random() * 3.4,
        palette.paper,
        { opacity: (0.5 + random() * 0.45).toFixed(2) },
      ),
    ),
  );
}

export function birds(palette, random) {
  const x = 420 + random() * 700;
  return group(
    [
      [0, 0, 1],
      [58, -26, 0.8],
      [112, 8, 0.66],
    ].map(([right, down, size]) =>
      line(
        `M${x + right - 24 * size} ${150 + down}q${12 * size} ${-16 * size} ${24 * size} 0q${12 * size} ${-16 * size} ${24 * size} 0`,
        palette.ink,
        4.5 * size,
        { opacity: 0.75 },
      ),
    ),
  );
}
