import { box, circle, ellipse, group, line, mix, polygon, shape } from '../svg.mjs';

/** Learning, and the proof of it. A subject stands on (0, 0), about 430 high, and knows only the palette `p`. */

/** An open book whose pages leave as birds. */
export const bookOfBirds = (p) =>
  group([
    shape(
      'M0 -30C-90 -104 -220 -104 -312 -64V42C-220 4 -90 8 0 70C90 8 220 4 312 42V-64C220 -104 90 -104 0 -30Z',
      p.accent,
    ),
    shape('M0 -46C-90 -124 -210 -126 -296 -90V14C-210 -22 -90 -14 0 48Z', p.paper),
    shape('M0 -46C90 -124 210 -126 296 -90V14C210 -22 90 -14 0 48Z', mix(p.paper, p.second, 0.22)),
    ...[0, 1, 2].map((row) =>
      line(
        `M-258 ${-70 + row * 26}C-190 ${-92 + row * 26} -110 ${-84 + row * 26} -46 ${-44 + row * 26}`,
        p.ink,
        5,
        { opacity: 0.3 },
      ),
    ),
    ...[0, 1, 2].map((row) =>
      line(
        `M258 ${-70 + row * 26}C190 ${-92 + row * 26} 110 ${-84 + row * 26} 46 ${-44 + row * 26}`,
        p.ink,
        5,
        { opacity: 0.3 },
      ),
    ),
    ...[
      [-40, -210, 1.15, p.paper],
      [86, -300, 1.5, p.second],
      [-120, -352, 1.1, p.accent],
      [190, -420, 1.25, p.paper],
    ].map(([x, y, size, fill]) =>
      shape(
        'M0 0C-34 -46 -80 -56 -118 -44C-84 -34 -62 -12 -46 20C-66 30 -80 46 -86 66C-44 62 -8 44 8 20C42 8 66 -22 70 -62C40 -46 16 -28 0 0Z',
        fill,
        { transform: `translate(${x} ${y}) scale(${size * 0.72})` },
      ),
    ),
  ]);

/** Books for the desk and a lamp over them. */
export const lampAndBooks = (p) =>
  group([
    polygon(
      [
        [-44, -304],
        [126, -304],
        [252, 20],
        [-170, 20],
      ],
      p.disc,
      { opacity: 0.22 },
    ),
    box(-236, -22, 372, 54, p.accent, { rx: 8 }),
    box(-216, -72, 330, 50, p.paper, { rx: 8 }),
    box(-246, -124, 352, 52, p.second, { rx: 8 }),
    box(-196, -22, 34, 54, p.ink, { opacity: 0.22 }),
    box(60, -72, 26, 50, p.ink, { opacity: 0.16 }),
    box(-206, -124, 22, 52, p.ink, { opacity: 0.22 }),
    line('M238 26V-196C238 -300 196 -360 112 -374', p.ink, 15),
    shape('M-52 -300C-40 -372 20 -412 96 -398C128 -384 140 -348 132 -300Z', p.ink),
    shape('M-52 -300C-20 -318 100 -318 132 -300C100 -286 -20 -286 -52 -300Z', p.disc),
    ellipse(238, 26, 82, 16, p.ink),
    shape('M-150 -124C-150 -196 -88 -196 -88 -124Z', p.paper),
    line('M-88 -164c38 -6 38 36 2 34', p.paper, 10),
    line('M-130 -212c-16 -22 16 -34 0 -58M-104 -208c-14 -20 14 -30 0 -52', p.paper, 6, { opacity: 0.6 }),
  ]);

/** Pencils in a row, each level higher than the last. */
export const pencils = (p) =>
  group(
    [
      [150, p.second],
      [214, p.paper],
      [282, p.accent],
      [350, mix(p.mid, p.paper, 0.35)],
      [424, p.second],
    ].map(([height, fill], index) => {
      const x = -276 + index * 118;
      return group([
        box(x, -height + 64, 84, height - 20, fill),
        box(x + 56, -height + 64, 28, height - 20, p.ink, { opacity: 0.14 }),
        polygon(
          [
            [x, -height + 66],
            [x + 42, -height - 18],
            [x + 84, -height + 66],
          ],
          mix(p.paper, p.second, 0.3),
        ),
        polygon(
          [
            [x + 28, -height + 10],
            [x + 42, -height - 18],
            [x + 56, -height + 10],
          ],
          p.ink,
        ),
      ]);
    }),
  );

/** A cup for the shift, a clock for the week. */
export const cupAndClock = (p) =>
  group([
    circle(120, -262, 166, p.ink),
    circle(120, -262, 142, p.paper),
    shape('M120 -262V-404A142 142 0 0 1 243 -191Z', p.accent, { opacity: 0.85 }),
    line('M120 -262V-362M120 -262L196 -218', p.ink, 14),
    circle(120, -262, 14, p.ink),
    ...[0, 90, 180, 270].map((turn) =>
      line('M120 -392v16', p.ink, 9, { transform: `rotate(${turn} 120 -262)` }),
    ),
    shape('M-280 -170H-20C-20 -40 -50 34 -150 34C-250 34 -280 -40 -280 -170Z', p.second),
    shape('M-80 -170H-20C-20 -40 -50 34 -150 34C-96 10 -80 -60 -80 -170Z', p.ink, { opacity: 0.14 }),
    line('M-24 -128c76 -14 78 100 -22 92', p.second, 22),
    ellipse(-150, -170, 130, 24, mix(p.ink, p.accent, 0.25)),
    line(
      'M-196 -214c-30 -40 30 -60 0 -108M-142 -214c-30 -40 30 -60 0 -108M-90 -214c-26 -36 26 -54 0 -94',
      p.paper,
      10,
      { opacity: 0.6 },
    ),
    ellipse(-150, 40, 176, 18, p.ink, { opacity: 0.5 }),
  ]);

/** A rolled diploma, its ribbon and its seal, lying on the bank. */
export const diploma = (p) =>
  group(
    [
      ellipse(10, -22, 300, 26, p.ink, { opacity: 0.45 }),
      shape(
        'M-300 -252L210 -344C244 -346 262 -320 254 -290L-254 -150C-306 -146 -340 -236 -300 -252Z',
        p.paper,
      ),
      shape(
        'M-288 -178L254 -298C256 -294 256 -292 254 -288L-254 -150C-270 -150 -282 -162 -288 -178Z',
        p.ink,
        { opacity: 0.12 },
      ),
      ellipse(-288, -202, 34, 52, mix(p.paper, p.second, 0.4), { transform: 'rotate(-12 -288 -202)' }),
      line('M-298 -226c22 -12 38 20 18 34c-18 8 -26 -16 -10 -22', p.ink, 5, { opacity: 0.5 }),
      polygon(
        [
          [-66, -296],
          [-6, -306],
          [30, -226],
          [-30, -210],
        ],
        p.accent,
      ),
      polygon(
        [
          [-22, -200],
          [-74, 20],
          [-24, -8],
          [2, 40],
          [26, -190],
        ],
        mix(p.accent, p.ink, 0.3),
      ),
      polygon(
        [
          [14, -196],
          [96, 4],
          [106, -52],
          [158, -40],
          [48, -206],
        ],
        p.accent,
      ),
      circle(8, -226, 62, p.second),
      circle(8, -226, 44, mix(p.second, p.ink, 0.16)),
      line('M-16 -226l18 20l34 -42', p.paper, 11),
    ],
    { transform: 'translate(0 58)' },
  );
