import { box, circle, group, line, mix, polygon, shape } from '../svg.mjs';

/** Waiting, guarding, mending. A subject stands on (0, 0), about 430 high, and knows only the palette `p`. */

/** Two padlocks: one tied to its employer, one open. */
export const padlocks = (p) => {
  const body = (x, y, width, fill) =>
    group([
      box(x, y, width, width * 0.86, fill, { rx: 26 }),
      box(x + width * 0.66, y, width * 0.34, width * 0.86, p.ink, { opacity: 0.14, rx: 26 }),
      circle(x + width / 2, y + width * 0.38, width * 0.11, p.ink),
      polygon(
        [
          [x + width * 0.45, y + width * 0.4],
          [x + width * 0.55, y + width * 0.4],
          [x + width * 0.6, y + width * 0.66],
          [x + width * 0.4, y + width * 0.66],
        ],
        p.ink,
      ),
    ]);
  return group([
    line('M-232 -180V-252A72 72 0 0 1 -88 -252V-180', p.ink, 34),
    body(-274, -186, 228, p.accent),
    line('M96 -210V-330A78 78 0 0 1 252 -330V-296', mix(p.paper, p.ink, 0.16), 36),
    body(18, -214, 264, p.second),
  ]);
};

/** Sand that falls at its own pace. */
export const hourglass = (p) =>
  group([
    box(-150, -436, 300, 40, p.ink, { rx: 14 }),
    box(-150, 0, 300, 40, p.ink, { rx: 14 }),
    line('M-118 -396V0M118 -396V0', mix(p.ink, p.second, 0.4), 15),
    shape(
      'M-92 -396H92C92 -290 22 -246 22 -198C22 -150 92 -106 92 0H-92C-92 -106 -22 -150 -22 -198C-22 -246 -92 -290 -92 -396Z',
      p.paper,
      { opacity: 0.88 },
    ),
    shape(
      'M-80 -332C-30 -318 30 -346 80 -330C68 -274 14 -246 10 -200H-10C-14 -246 -66 -274 -80 -332Z',
      p.accent,
    ),
    shape('M-88 0C-84 -50 -40 -94 0 -104C40 -94 84 -50 88 0Z', p.accent),
    line('M0 -200V-100', p.accent, 9),
    line('M-66 -372C-60 -320 -44 -286 -30 -262', p.paper, 9, { opacity: 0.9 }),
  ]);

/** A letter that is bait. */
export const hookedLetter = (p) =>
  group([
    line('M44 -760V-404', p.paper, 5),
    circle(44, -386, 20, 'none', { stroke: p.second, 'stroke-width': 11 }),
    line('M44 -364V-150C44 -20 -150 -20 -150 -160', p.second, 22),
    polygon(
      [
        [-178, -150],
        [-150, -232],
        [-120, -150],
        [-142, -160],
      ],
      p.second,
    ),
    group(
      [
        box(-240, -130, 470, 250, p.paper, { rx: 8 }),
        polygon(
          [
            [-240, 120],
            [-60, -20],
            [50, -20],
            [230, 120],
          ],
          mix(p.paper, p.ink, 0.12),
        ),
        polygon(
          [
            [-236, -130],
            [226, -130],
            [-5, 30],
          ],
          mix(p.paper, p.second, 0.35),
        ),
        line('M-236 -126L-5 30L226 -126', p.ink, 6, { opacity: 0.3 }),
        circle(-5, 26, 42, p.accent),
        circle(-5, 26, 26, p.ink, { opacity: 0.22 }),
      ],
      { transform: 'rotate(-7)' },
    ),
  ]);

/** An umbrella under the only cloud. */
export const umbrella = (p) =>
  group([
    ...[-230, -150, -66, 20, 106, 190, 262].map((x, index) =>
      line(`M${x} ${-452 + (index % 3) * 22}l-22 62`, p.paper, 8, { opacity: 0.7 }),
    ),
    shape(
      'M-300 -500C-330 -576 -230 -620 -180 -584C-150 -650 -30 -656 0 -590C70 -632 170 -596 150 -530C250 -560 320 -500 280 -470H-270C-300 -470 -306 -486 -300 -500Z',
      mix(p.mid, p.near, 0.6),
    ),
    shape(
      'M0 -370C-170 -370 -286 -270 -300 -140C-250 -186 -190 -186 -150 -140C-112 -186 -40 -186 0 -140C40 -186 112 -186 150 -140C190 -186 250 -186 300 -140C286 -270 170 -370 0 -370Z',
      p.accent,
    ),
    shape(
      'M0 -370C-80 -330 -140 -250 -150 -140C-112 -186 -40 -186 0 -140C40 -186 112 -186 150 -140C140 -250 80 -330 0 -370Z',
      p.second,
    ),
    line('M0 -370V-404', p.ink, 12),
    line('M0 -164V0C0 66 -92 66 -92 4', p.ink, 15),
  ]);

/** A stethoscope that closes into a heart. */
export const stethoscope = (p) =>
  group([
    line(
      'M-4 18C-170 -90 -262 -180 -244 -300C-226 -404 -66 -424 -4 -300C58 -424 218 -404 236 -300C250 -206 190 -130 110 -60',
      p.ink,
      34,
    ),
    line(
      'M-4 18C-170 -90 -262 -180 -244 -300C-226 -404 -66 -424 -4 -300C58 -424 218 -404 236 -300C250 -206 190 -130 110 -60',
      p.accent,
      22,
    ),
    circle(84, -32, 62, p.ink),
    circle(84, -32, 46, p.paper),
    circle(84, -32, 22, p.second),
    line('M-4 18C6 46 -20 66 -60 62', p.ink, 20),
    line('M-176 -224h76l26 -54l42 104l32 -70l18 20h66', p.ink, 10),
  ]);
