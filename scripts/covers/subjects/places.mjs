import { box, circle, group, line, mix, polygon, shape } from '../svg.mjs';

/** Where one works, and what guides one there. A subject stands on (0, 0), about 430 high, and knows only the palette `p`. */

/** A workshop with a saw-tooth roof, working late. */
export const workshop = (p) =>
  group([
    box(214, -430, 56, 300, mix(p.near, p.ink, 0.3)),
    box(214, -392, 56, 18, p.accent),
    line('M242 -450c-26 -30 30 -44 8 -78c-16 -26 34 -40 20 -72', p.paper, 18, { opacity: 0.45 }),
    polygon(
      [
        [-320, 30],
        [-320, -170],
        [-320, -286],
        [-150, -186],
        [-150, -286],
        [20, -186],
        [20, -286],
        [190, -186],
        [300, -186],
        [300, 30],
      ],
      mix(p.accent, p.ink, 0.28),
    ),
    ...[-320, -150, 20].map((x) =>
      polygon(
        [
          [x + 14, -258],
          [x + 14, -186],
          [x + 134, -186],
        ],
        p.disc,
      ),
    ),
    ...[-290, -190, -90, 110, 210].map((x) =>
      group([box(x, -136, 64, 82, p.disc, { rx: 4 }), line(`M${x + 32} -136v82M${x} -95h64`, p.ink, 5)]),
    ),
    box(10, -136, 74, 170, p.ink, { rx: 4 }),
    box(-320, -12, 620, 46, p.ink, { opacity: 0.25 }),
  ]);

/** The lighthouse of the lower river. */
export const lighthouse = (p) =>
  group([
    polygon(
      [
        [-10, -396],
        [-420, -470],
        [-420, -320],
      ],
      p.disc,
      { opacity: 0.35 },
    ),
    polygon(
      [
        [10, -396],
        [420, -470],
        [420, -320],
      ],
      p.disc,
      { opacity: 0.35 },
    ),
    polygon(
      [
        [-92, 40],
        [-56, -336],
        [56, -336],
        [92, 40],
      ],
      p.paper,
    ),
    polygon(
      [
        [-84, -44],
        [-74, -146],
        [74, -146],
        [84, -44],
      ],
      p.accent,
    ),
    polygon(
      [
        [-66, -232],
        [-58, -318],
        [58, -318],
        [66, -232],
      ],
      p.accent,
    ),
    polygon(
      [
        [30, 40],
        [22, -336],
        [56, -336],
        [92, 40],
      ],
      p.ink,
      { opacity: 0.13 },
    ),
    box(-80, -352, 160, 20, p.ink, { rx: 5 }),
    box(-42, -430, 84, 80, p.disc),
    line('M-42 -430V-352M0 -430V-352M42 -430V-352', p.ink, 8),
    shape('M-58 -428C-50 -476 50 -476 58 -428Z', p.accent),
    circle(0, -478, 10, p.ink),
    shape('M-24 40V-14A24 24 0 0 1 24 -14V40Z', p.ink),
    box(-12, -208, 24, 36, p.ink, { rx: 8 }),
    box(110, -86, 150, 130, mix(p.paper, p.far, 0.2)),
    polygon(
      [
        [94, -82],
        [185, -156],
        [276, -82],
      ],
      p.accent,
    ),
    box(140, -52, 32, 36, p.second),
    box(200, -52, 32, 36, p.second),
  ]);
