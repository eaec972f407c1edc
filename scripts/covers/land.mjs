import { below, ellipse, group, HEIGHT, line, mix, polygon, spread, WIDTH } from './svg.mjs';

/** Hills, river, bridge and near bank. `random` is the article's own sequence. */

const fir = (x, y, size, fill) =>
  polygon(
    [
      [x, y - size],
      [x + size * 0.2, y - size * 0.56],
      [x + size * 0.11, y - size * 0.58],
      [x + size * 0.29, y - size * 0.2],
      [x + size * 0.15, y - size * 0.23],
      [x + size * 0.36, y + 6],
      [x - size * 0.36, y + 6],
      [x - size * 0.15, y - size * 0.23],
      [x - size * 0.29, y - size * 0.2],
      [x - size * 0.11, y - size * 0.58],
      [x - size * 0.2, y - size * 0.56],
    ].map(([a, b]) => [a.toFixed(1), b.toFixed(1)]),
    fill,
  );

/** Far, middle and near hills; the near one carries a line of firs. */
export function hills(palette, random, horizon, wooded, relief) {
  const ridge = (height, count) =>
    spread(count, -60, WIDTH + 60).map((x) => [x, horizon - height * (0.35 + random() * 0.9)]);
  const near = ridge(46, 8);
  const trees = wooded
    ? near.flatMap(([x, y], index) =>
        index % 3 === 2
          ? []
          : [0, 1, 2, 3].map((step) =>
              fir(x + step * 34 + random() * 16, y + 14, 46 + random() * 46, palette.near),
            ),
      )
    : [];
  return group([
    below(ridge(190 * relief, 6), palette.far),
    below(ridge(110 * relief, 7), palette.mid),
    ...trees,
    below(near, palette.near),
  ]);
}

/** The river: bands that darken and widen towards the viewer, with the disc's broken reflection. */
export function river(palette, random, horizon, light) {
  const bands = spread(7, 0, 1).map((depth, index) => {
    const y = horizon + 26 + (HEIGHT - horizon) * depth ** 1.35 * 0.92;
    const swell = 5 + depth * 24;
    const points = spread(6 - Math.floor(depth * 2), -80, WIDTH + 80).map((x) => [
      x,
      y + (random() - 0.5) * 2 * swell,
    ]);
    return below(
      index === 0
        ? [
            [-80, horizon + 18],
            [WIDTH + 80, horizon + 18],
          ]
        : points,
      mix(palette.water[0], palette.water[1], depth ** 0.9),
    );
  });
  const glints = spread(7, 0.06, 0.66).map((depth) => {
    const y = horizon + 34 + (HEIGHT - horizon) * depth;
    return ellipse(
      light + (random() - 0.5) * 30,
      y,
      118 * (1 - depth * 0.62) * (0.6 + random() * 0.5),
      4.5 + depth * 5,
      palette.disc,
      { opacity: (0.85 - depth * 0.7).toFixed(2) },
    );
  });
  const ripples = Array.from({ length: 12 }, () => {
    const depth = 0.1 + random() * 0.8;
    const length = 40 + depth * 130;
    return line(
      `M${(random() * WIDTH).toFixed(0)} ${(horizon + 30 + (HEIGHT - horizon) * depth).toFixed(0)}q${length / 2} ${-6 - depth * 6} ${length} 0`,
      palette.paper,
      2 + depth * 2,
      { opacity: 0.22 },
    );
  });
  return group([...bands, ...glints, ...ripples]);
}

/** The bridge and, fainter, its image in the water. */
export function bridge(d, palette, water) {
  return group([
    line(d, palette.stroke, 5, { opacity: 0.13, transform: `translate(0 ${2 * water}) scale(1 -1)` }),
    line(d, palette.stroke, 7.5),
  ]);
}

/** The near bank the subject stands on, rising to the left or to the right. */
export function bank(palette, random, side) {
  const rise = [
    [-60, 716],
    [260, 716],
    [560, 742],
    [860, 806],
    [1160, 872],
    [1660, 930],
  ].map(([x, y]) => [side === 'left' ? x : WIDTH - x, y + (random() - 0.5) * 14]);
  const points = side === 'left' ? rise : rise.reverse();
  const blades = Array.from({ length: 16 }, () => {
    const offset = random() * 780;
    const x = side === 'left' ? offset : WIDTH - offset;
    const y = 742 + offset * 0.13 + random() * 40;
    return line(
      `M${x.toFixed(0)} ${y.toFixed(0)}q${((random() - 0.5) * 16).toFixed(0)} -18 ${((random() - 0.5) * 26).toFixed(0)} ${(-26 - random() * 18).toFixed(0)}`,
      mix(palette.bank, palette.second, 0.45),
      3.5,
    );
  });
  return group([
    below(
      points.map(([x, y]) => [x, y - 14]),
      mix(palette.bank, palette.near, 0.55),
    ),
    below(points, palette.bank),
    ...blades,
  ]);
}

/** A few firs at the outer edge of the bank, framing the sheet. */
export function frame(palette, random, side) {
  return group(
    [
      [40, 150],
      [128, 210],
      [214, 120],
    ].map(([offset, size]) =>
      fir(
        side === 'left' ? offset : WIDTH - offset,
        752 + random() * 10,
        size * (0.9 + random() * 0.3),
        mix(palette.bank, palette.near, 0.35),
      ),
    ),
  );
}
