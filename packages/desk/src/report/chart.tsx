import type { InquiryReport } from '@passerelle/contracts';
import { Box, Typography } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';
import { barsOf } from './bars.ts';

/** Of the drawing, in its own units. */
const HEIGHT = 120;
const BAR = 12;
const STEP = 40;

/** Two bars a week; nothing where there is none to draw. The table beside it has the figures, for whoever can't see them. */
export function TimesChart({ weeks }: { weeks: InquiryReport['weeks'] }) {
  const words = texts().report;
  const bars = barsOf(weeks);
  if (bars.every(({ p90 }) => p90 === 0)) return null;
  const width = Math.max(STEP, bars.length * STEP);
  return (
    <Box tag="figure">
      <Box
        tag="svg"
        role="img"
        aria-label={words.chart}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width="100%"
        maxWidth={`${width * 2}px`}
        color="primary600"
      >
        <line x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="#8e8ea9" />
        {bars.map(({ monday, median, p90 }, place) => (
          <g key={monday}>
            <Bar x={place * STEP + 6} part={median} fill="#4945ff" />
            <Bar x={place * STEP + 6 + BAR + 3} part={p90} fill="#ac73e6" />
          </g>
        ))}
      </Box>
      <Typography tag="figcaption" variant="pi">
        <span aria-hidden="true" style={{ color: '#4945ff' }}>
          ■
        </span>{' '}
        {words.median}{' '}
        <span aria-hidden="true" style={{ color: '#ac73e6' }}>
          ■
        </span>{' '}
        {words.p90}
      </Typography>
    </Box>
  );
}

function Bar({ x, part, fill }: { x: number; part: number; fill: string }) {
  const height = part * (HEIGHT - 4);
  return <rect x={x} y={HEIGHT - height} width={BAR} height={height} fill={fill} />;
}
