import { box, circle, group, line, mix, polygon, shape } from '../svg.mjs';

/** Where one lives. A subject stands on (0, 0), about 430 high, and knows only the palette `p`. */

const house = (x, width, height, wall, roof, p, lit = true) =>
  group([
    box(x, -height, width, height + 20, wall),
    box(x + width * 0.66, -height, width * 0.34, height + 20, p.ink, { opacity: 0.14 }),
    polygon(
      [
        [x - 16, -height + 4],
        [x + width / 2, -height - width * 0.52],
        [x + width + 16, -height + 4],
      ],
      roof,
    ),
    box(x + width * 0.2, -height * 0.78, width * 0.2, width * 0.24, lit ? p.second : p.ink),
    box(x + width * 0.58, -height * 0.78, width * 0.2, width * 0.24, lit ? p.second : p.ink),
    box(x + width * 0.38, -height * 0.38, width * 0.24, height * 0.38 + 20, p.ink, { opacity: 0.82, rx: 3 }),
  ]);

/** Houses scattered along one road that leads away from the city. */
export const village = (p) =>
  group([
    house(-250, 120, 130, mix(p.paper, p.far, 0.35), p.ink, p),
    house(96, 138, 150, mix(p.paper, p.second, 0.25), mix(p.accent, p.ink, 0.35), p),
    box(24, -316, 20, 90, p.ink),
    house(-118, 176, 210, p.paper, p.accent, p),
    shape(
      'M-52 30C-40 64 40 62 150 78C300 98 420 92 560 122L500 150C380 132 250 132 130 122C20 112 -88 84 -78 30Z',
      mix(p.paper, p.bank, 0.35),
    ),
  ]);

/** A family's washing on one line, from the smallest to the tallest. */
export const clothesline = (p) =>
  group([
    line('M-330 40V-400M330 40V-400', p.ink, 16),
    line('M-370 -366h80M290 -366h80', p.ink, 12),
    line('M-330 -366C-160 -300 160 -300 330 -366', p.paper, 5),
    shape('M-276 -344l84 20l-4 84l-22 -4l-6 128l-58 -8l4 -128l-22 -2Z', p.accent),
    shape('M-150 -318h96l34 50l-26 22l-14 -12l16 168h-112l14 -168l-16 12l-24 -22Z', p.paper),
    shape('M8 -316h66l24 36l-20 16l-10 -8v78h-54v-78l-10 8l-20 -16Z', p.second),
    shape('M118 -320l46 -10l18 24l-14 12l-6 -6l6 52l-42 8l-8 -52l-4 8l-16 -8Z', mix(p.accent, p.paper, 0.35)),
    shape('M212 -338l26 -8l4 62l40 -2l2 28l-66 8Z', mix(p.near, p.paper, 0.4)),
    ...[
      [-270, -346],
      [-202, -330],
      [-140, -320],
      [-64, -318],
      [16, -318],
      [66, -318],
      [126, -324],
      [160, -330],
      [216, -342],
    ].map(([x, y]) => box(x, y - 12, 8, 26, p.ink, { rx: 3 })),
  ]);

/** A cabin whose open door lights the snow or the grass. */
export const openCabin = (p) =>
  group([
    polygon(
      [
        [-32, 30],
        [72, 30],
        [230, 118],
        [-190, 118],
      ],
      p.second,
      { opacity: 0.55 },
    ),
    box(120, -376, 50, 150, p.ink),
    line('M146 -392c-24 -26 26 -40 6 -70', p.paper, 16, { opacity: 0.5 }),
    box(-240, -220, 480, 262, mix(p.accent, p.ink, 0.3)),
    ...[-176, -132, -88, -44, 0].map((y) => line(`M-240 ${y}H240`, p.ink, 5, { opacity: 0.35 })),
    polygon(
      [
        [-290, -208],
        [-160, -376],
        [160, -376],
        [290, -208],
      ],
      p.ink,
    ),
    polygon(
      [
        [-290, -208],
        [-160, -376],
        [160, -376],
        [172, -360],
        [-150, -360],
        [-262, -208],
      ],
      p.paper,
    ),
    box(-34, -170, 108, 212, p.second),
    polygon(
      [
        [-34, -170],
        [-34, 42],
        [-98, 64],
        [-98, -190],
      ],
      mix(p.near, p.ink, 0.25),
    ),
    circle(-86, -62, 7, p.second),
    box(-204, -150, 78, 78, p.second),
    line('M-165 -150v78M-204 -111h78', p.ink, 6),
    box(130, -150, 78, 78, p.second),
    line('M169 -150v78M130 -111h78', p.ink, 6),
    line('M262 44V-130', p.second, 11),
    shape('M232 -16h60v58q-30 18 -60 0Z', p.paper),
  ]);

/** A key whose tag is a house. */
export const keyAndTag = (p) => {
  const key = group(
    [
      circle(-220, 0, 112, p.second),
      circle(-220, 0, 50, p.near),
      box(-124, -30, 420, 60, p.second, { rx: 14 }),
      box(-124, 4, 420, 26, p.ink, { opacity: 0.16, rx: 10 }),
      box(-116, -46, 30, 92, p.second, { rx: 8 }),
      polygon(
        [
          [178, 20],
          [178, 104],
          [214, 104],
          [214, 74],
          [240, 74],
          [240, 118],
          [286, 118],
          [286, 20],
        ],
        p.second,
      ),
      shape('M-300 -34A92 92 0 0 1 -190 -92', 'none', {
        stroke: p.paper,
        'stroke-width': 12,
        'stroke-linecap': 'round',
        opacity: 0.6,
      }),
    ],
    { transform: 'translate(36 -262) rotate(24)' },
  );
  return group([
    key,
    line('M-166 -306C-236 -220 -214 -156 -166 -104', p.paper, 9),
    polygon(
      [
        [-276, -46],
        [-166, -134],
        [-56, -46],
        [-56, 76],
        [-276, 76],
      ],
      p.accent,
    ),
    polygon(
      [
        [-96, -78],
        [-56, -46],
        [-56, 76],
        [-96, 76],
      ],
      p.ink,
      { opacity: 0.14 },
    ),
    circle(-166, -88, 13, p.ink),
    box(-192, -2, 54, 78, p.paper),
    box(-256, -14, 38, 38, p.disc),
    box(-116, -14, 38, 38, p.disc),
  ]);
};
