/** The site's drawings as data URIs, with the colours in them; their lines are those of `ui/Bridge.astro` and `ui/Mark.astro`. */
interface Colours {
  text: string;
  soft: string;
  copper: string;
}

const asUri = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

const svg = (viewBox: string, inner: string) =>
  asUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" fill="none" stroke-linecap="round">${inner}</svg>`,
  );

/** The footbridge over the river, 1120 × 280. */
export function bridgeSvg({ soft, copper }: Colours): string {
  const hangers = Array.from({ length: 23 }, (_, index) => {
    const x = 120 + index * 40;
    const across = (x - 560) / 440;
    return `M${x} ${(24 + 84 * (1 - across * across)).toFixed(1)}V${(132 - 16 * (1 - across * across)).toFixed(1)}`;
  }).join('');
  const river = (y: number, from: number) =>
    `<path d="M${from} ${y}c70 0 70 12 140 12s70-12 140-12 70 12 140 12 70-12 140-12 70 12 140 12 70-12 140-12 70 12 140 12 70-12 140-12 70 12 140 12"/>`;
  return svg(
    '0 0 1120 280',
    `<g stroke="${soft}" stroke-width="3">
      <path d="M0 140Q60 136 120 132Q560 100 1000 132Q1060 136 1120 140"/>
      <path stroke="${copper}" d="M0 96Q72 60 120 24Q560 192 1000 24Q1048 60 1120 96"/>
      <path stroke-width="1.5" opacity=".6" d="${hangers}"/>
      <path d="M120 16V176M1000 16V176"/>
    </g>
    <g stroke="${soft}" stroke-width="2.5" opacity=".5">${river(168, 0)}${river(200, -70)}${river(232, 0)}</g>`,
  );
}

/** The mark, 40 × 40. */
export const markSvg = ({ text, soft, copper }: Colours): string =>
  svg(
    '0 0 40 40',
    `<g stroke-width="2.25">
      <path stroke="${text}" d="M2 25Q20 17 38 25"/>
      <path stroke="${copper}" d="M2 18Q6 14 9 8Q20 25 31 8Q34 14 38 18M9 8V25M31 8V25"/>
      <path stroke="${soft}" d="M3 33c4 0 4 2.5 8.5 2.5s4.5-2.5 8.5-2.5 4.5 2.5 8.5 2.5 4.5-2.5 8.5-2.5"/>
    </g>`,
  );

/** A line of water across the card, 1200 × 14. */
export const riverSvg = ({ copper }: Colours): string =>
  svg(
    '0 0 1200 14',
    `<path stroke="${copper}" stroke-width="4" d="M-14 7${Array.from({ length: 11 }, () => 'c28 0 28 7 56 7s28-7 56-7').join('')}" transform="translate(0 -3)"/>`,
  );
