import { box, circle, ellipse, group, line, mix, polygon, shape } from '../svg.mjs';

/** What grows and swims here. A subject stands on (0, 0), about 430 high, and knows only the palette `p`. */

/** A blueberry branch over the fjord. */
export const blueberries = (p) => {
  const berry = (x, y, r) =>
    group([
      circle(x, y, r, mix('#3b4f8f', p.ink, 0.2)),
      circle(x - r * 0.3, y - r * 0.32, r * 0.34, p.paper, { opacity: 0.28 }),
      polygon(
        [
          [x, y - r * 0.42],
          [x + r * 0.16, y - r * 0.1],
          [x + r * 0.44, y],
          [x + r * 0.16, y + r * 0.16],
          [x, y + r * 0.44],
          [x - r * 0.16, y + r * 0.16],
          [x - r * 0.44, y],
          [x - r * 0.16, y - r * 0.1],
        ],
        p.ink,
        { opacity: 0.6 },
      ),
    ]);
  const leaf = (x, y, turn, fill) =>
    group(
      [
        shape('M0 0C40 -56 120 -60 168 0C120 52 40 50 0 0Z', fill),
        line('M8 0H146', p.paper, 4, { opacity: 0.35 }),
      ],
      { transform: `translate(${x} ${y}) rotate(${turn})` },
    );
  return group([
    line('M-330 60C-220 -120 -60 -250 240 -350', p.ink, 12),
    line('M-96 -208C-40 -150 10 -120 70 -104M60 -288C110 -250 150 -226 210 -214', p.ink, 9),
    leaf(-250, -60, -118, mix(p.near, p.second, 0.4)),
    leaf(-170, -136, -20, p.second),
    leaf(-30, -246, -120, p.accent),
    leaf(96, -306, -96, mix(p.near, p.second, 0.4)),
    leaf(220, -344, -24, p.second),
    leaf(-290, 10, -8, p.accent),
    berry(50, -64, 58),
    berry(140, -96, 50),
    berry(86, -150, 46),
    berry(222, -172, 52),
    berry(288, -224, 40),
    berry(-64, -112, 44),
  ]);
};

/** A maple in full colour and a bench under it. */
export const mapleAndBench = (p) =>
  group([
    shape('M-36 44C-16 -60 -22 -120 -30 -190H34C26 -120 24 -60 48 44Z', p.ink),
    line('M0 -150C-40 -200 -80 -220 -120 -236M6 -160C50 -200 84 -222 124 -240', p.ink, 18),
    ...[
      [-150, -262, 112, 0.2],
      [150, -268, 118, 0.12],
      [-70, -350, 120, 0],
      [80, -366, 124, 0.3],
      [0, -258, 130, 0.08],
      [0, -440, 92, 0.45],
    ].map(([x, y, r, share]) => circle(x, y, r, mix(p.accent, p.second, share))),
    ...[
      [-110, -310],
      [60, -300],
      [130, -360],
      [-30, -420],
      [-170, -230],
      [20, -220],
      [90, -440],
    ].map(([x, y]) => line(`M${x - 24} ${y}q24 -22 48 0`, p.paper, 6, { opacity: 0.4 })),
    box(104, -72, 190, 18, p.paper, { rx: 6 }),
    box(104, -42, 190, 18, p.paper, { rx: 6 }),
    box(96, -8, 206, 18, p.second, { rx: 6 }),
    line('M122 -78V52M276 -78V52', p.paper, 13),
    ...[
      [-180, 20],
      [-120, 48],
      [-240, 50],
      [70, 64],
    ].map(([x, y]) => ellipse(x, y, 15, 8, p.accent, { transform: `rotate(${x % 40} ${x} ${y})` })),
  ]);

/** Two loons side by side. */
export const loons = (p) => {
  const loon = (transform, check) =>
    group(
      [
        shape(
          'M-190 -6C-150 -86 -20 -112 92 -70C92 -140 96 -190 150 -206C196 -216 216 -186 208 -160L286 -146L206 -130C184 -110 180 -60 150 -6C110 46 -110 46 -190 -6Z',
          p.ink,
        ),
        shape('M-170 2C-90 30 70 30 144 0C110 46 -110 46 -170 2Z', p.paper),
        shape('M98 -118C124 -106 158 -108 182 -120L176 -96C154 -84 122 -84 97 -94Z', p.paper),
        circle(176, -174, 10, p.accent),
        ...check.map(([x, y]) => box(x, y, 16, 11, p.paper, { rx: 2 })),
      ],
      { transform },
    );
  const squares = [
    [-120, -36],
    [-88, -50],
    [-54, -60],
    [-18, -64],
    [18, -60],
    [-104, -12],
    [-70, -24],
    [-34, -32],
    [2, -34],
    [38, -32],
    [-50, -4],
    [-14, -8],
    [22, -8],
  ];
  return group([
    loon('translate(282 -84) scale(-0.74 0.74)', squares),
    loon('translate(-150 -8)', squares),
    line('M-380 30C-300 16 -230 40 -150 28S0 22 60 34M150 -74C220 -86 270 -66 330 -76', p.paper, 6, {
      opacity: 0.6,
    }),
  ]);
};
