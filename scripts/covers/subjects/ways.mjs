import { box, circle, ellipse, group, line, mix, polygon, shape } from '../svg.mjs';

/** Ways in, across and out. A subject stands on (0, 0), about 430 high, and knows only the palette `p`. */

/** Four doors of four heights, one ajar. */
export const doors = (p) => {
  const heights = [268, 340, 300, 396];
  const fills = [p.second, p.accent, mix(p.near, p.paper, 0.25), p.paper];
  return group(
    heights.map((height, index) => {
      const x = -282 + index * 146;
      const open = index === 3;
      return group([
        shape(`M${x - 10} 24V${-height + 54}A64 64 0 0 1 ${x + 118} ${-height + 54}V24Z`, p.ink),
        open
          ? group([
              shape(`M${x} 24V${-height + 54}A54 54 0 0 1 ${x + 108} ${-height + 54}V24Z`, p.disc),
              polygon(
                [
                  [x, 24],
                  [x, -height + 46],
                  [x + 62, -height + 92],
                  [x + 62, 44],
                ],
                fills[3],
              ),
              circle(x + 52, -136, 6, p.ink),
            ])
          : group([
              shape(`M${x} 24V${-height + 54}A54 54 0 0 1 ${x + 108} ${-height + 54}V24Z`, fills[index]),
              shape(
                `M${x + 20} ${-height * 0.42}V${-height + 64}A34 34 0 0 1 ${x + 88} ${-height + 64}V${-height * 0.42}Z`,
                p.ink,
                { opacity: 0.16 },
              ),
              box(x + 20, -height * 0.42 + 22, 68, height * 0.3, p.ink, { opacity: 0.12 }),
              circle(x + 92, -height * 0.42 + 10, 7, p.ink),
            ]),
      ]);
    }),
  );
};

/** A moored boat: the line of the rope is slack, the post holds. */
export const mooredBoat = (p) => {
  const hull = 'M-112 -92C-40 -60 220 -60 332 -98C318 -10 262 36 160 40H10C-60 36 -104 -20 -112 -92Z';
  const boat = group(
    [
      line('M108 -70V-430', p.ink, 11),
      shape('M120 -424C246 -330 300 -210 300 -112H120Z', p.paper),
      shape('M120 -424C176 -330 190 -210 184 -112H120Z', p.ink, { opacity: 0.09 }),
      shape('M98 -396C20 -300 -30 -210 -44 -126H98Z', p.accent),
      shape(hull, mix(p.accent, p.ink, 0.55)),
      shape('M-112 -92C-40 -60 220 -60 332 -98L326 -66C210 -32 -30 -32 -104 -62Z', p.second),
      line('M-190 44C-100 26 -20 52 60 38S240 30 400 48M-60 66C20 56 120 74 230 62', p.paper, 6, {
        opacity: 0.6,
      }),
    ],
    { transform: 'translate(300 56)' },
  );
  return group([
    boat,
    box(-92, -186, 46, 240, p.ink, { rx: 10 }),
    ellipse(-69, -186, 35, 14, mix(p.ink, p.paper, 0.3)),
    line('M-92 -132h46M-92 -114h46', p.second, 12),
    line('M-46 -122C-10 40 90 40 196 -26', p.second, 9),
  ]);
};

/** A train crossing the bridge it stands on: a power car arriving and the coach behind it. */
export const train = (p) => {
  const windows = (xs) =>
    xs.map((x) =>
      group([
        box(x, -256, 84, 88, p.disc, { rx: 14 }),
        polygon(
          [
            [x + 50, -256],
            [x + 84, -256],
            [x + 50, -168],
            [x + 16, -168],
          ],
          p.paper,
          { opacity: 0.45 },
        ),
      ]),
    );
  const wheels = (xs) => xs.map((x) => group([circle(x, -24, 30, p.ink), circle(x, -24, 12, p.second)]));
  const coach = [
    box(-1010, -300, 650, 274, mix(p.accent, p.ink, 0.16), { rx: 26 }),
    box(-1010, -76, 650, 50, mix(p.accent, p.ink, 0.5)),
    box(-1010, -128, 650, 16, p.paper),
    box(-372, -220, 50, 160, p.ink),
    ...windows([-980, -866, -752, -638, -524]),
    ...wheels([-930, -830, -540, -440]),
  ];
  return group([
    ...coach,
    shape('M-340 -26V-250C-340 -286 -316 -300 -280 -300H130C240 -300 318 -190 330 -26Z', p.accent),
    shape('M-340 -26V-76H320C326 -56 329 -40 330 -26Z', mix(p.accent, p.ink, 0.5)),
    box(-340, -128, 650, 16, p.paper),
    ...windows([-304, -190, -76, 38]),
    shape('M160 -256C216 -248 252 -208 272 -160H160Z', p.disc),
    circle(298, -66, 17, p.second),
    polygon(
      [
        [312, -78],
        [800, -190],
        [800, 30],
        [312, -54],
      ],
      p.disc,
      { opacity: 0.16 },
    ),
    ...wheels([-250, -150, 100, 200]),
  ]);
};

/** A post at a fork, two boards, two ways. */
export const signpost = (p) =>
  group([
    ellipse(0, 50, 120, 26, mix(p.bank, p.near, 0.6)),
    ...[
      [-58, 40, 30],
      [40, 50, 38],
      [-6, 58, 26],
    ].map(([x, y, r]) => ellipse(x, y, r, r * 0.62, mix(p.near, p.paper, 0.35))),
    box(-17, -420, 34, 480, p.ink, { rx: 8 }),
    polygon(
      [
        [-6, -386],
        [226, -386],
        [286, -330],
        [226, -274],
        [-6, -274],
      ],
      p.accent,
    ),
    polygon(
      [
        [6, -236],
        [-214, -236],
        [-274, -182],
        [-214, -128],
        [6, -128],
      ],
      p.paper,
    ),
    polygon(
      [
        [-6, -300],
        [258, -300],
        [226, -274],
        [-6, -274],
      ],
      p.ink,
      { opacity: 0.16 },
    ),
    polygon(
      [
        [6, -152],
        [-246, -152],
        [-214, -128],
        [6, -128],
      ],
      p.ink,
      { opacity: 0.14 },
    ),
    circle(0, -330, 8, p.ink),
    circle(-8, -182, 8, p.ink),
    ellipse(0, -424, 26, 12, p.second),
  ]);

/** A garden gate left ajar between two pillars. */
export const gateAjar = (p) =>
  group([
    shape('M-170 34H170C190 70 250 110 330 170H-330C-250 110 -190 70 -170 34Z', mix(p.second, p.bank, 0.3)),
    box(-262, -330, 92, 380, mix(p.near, p.ink, 0.25)),
    box(170, -330, 92, 380, mix(p.near, p.ink, 0.25)),
    box(-278, -356, 124, 34, p.ink, { rx: 6 }),
    box(154, -356, 124, 34, p.ink, { rx: 6 }),
    circle(-216, -388, 34, p.second),
    circle(216, -388, 34, p.second),
    ...[0, 1, 2, 3].map((bar) => line(`M${-160 + bar * 38} ${36 - bar * 2}V${-232 - bar * 22}`, p.paper, 11)),
    line('M-166 -60L-40 -70M-166 -176L-40 -200', p.paper, 11),
    line('M-166 -232C-120 -244 -70 -280 -40 -306', p.paper, 11),
    ...[0, 1, 2].map((bar) => line(`M${162 - bar * 26} ${44 + bar * 16}V${-238 - bar * 24}`, p.accent, 12)),
    line('M166 -56L106 -36M166 -180L106 -176M166 -236C146 -250 124 -276 106 -300', p.accent, 12),
  ]);
