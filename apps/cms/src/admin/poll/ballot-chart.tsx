import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { PollDesk } from '../../api/poll/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { count, shortDay, shortHour } from '../times/local-times.ts';
import { type Bar, dayBars, highest, hourBars, total } from './ballot-bars.ts';
import { HourTable } from './hour-table.tsx';
import { Note } from './note.tsx';

interface ChartProps {
  hours: PollDesk['hours'];
  closedAt: string | null;
}

/** When ballots came in: the last two days by the hour, or all days, with the table of all hours. */
export function BallotChart({ hours, closedAt }: ChartProps) {
  const words = texts().poll;
  const [unit, setUnit] = useState<'hour' | 'day'>('hour');
  const bars =
    unit === 'hour' ? hourBars(hours, closedAt === null ? new Date() : new Date(closedAt)) : dayBars(hours);
  const units = [
    ['hour', words.byHour, words.byHourLabel],
    ['day', words.byDay, words.byDayLabel],
  ] as const;
  return (
    <Flex tag="section" aria-label={words.course} direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" wrap="wrap" gap={2}>
        <Typography tag="h3" variant="delta">
          {words.course}
        </Typography>
        <Flex gap={1}>
          {units.map(([value, name, label]) => (
            <Button
              key={value}
              size="S"
              variant={unit === value ? 'secondary' : 'ghost'}
              aria-pressed={unit === value}
              aria-label={label}
              onClick={() => setUnit(value)}
            >
              {name}
            </Button>
          ))}
        </Flex>
      </Flex>
      <Columns bars={bars} unit={unit} />
      <HourTable hours={hours} />
    </Flex>
  );
}

const WIDTH = 480;
const HEIGHT = 120;

const Drawing = styled.svg`
  display: block;
  width: 100%;
  height: 9.6rem;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral500};

  rect {
    fill: ${({ theme }) => theme.colors.primary600};
  }
`;

function Columns({ bars, unit }: { bars: readonly Bar[]; unit: 'hour' | 'day' }) {
  const words = texts().poll;
  const most = highest(bars);
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [first, last].map(({ start }) => said(start, unit));
  const number = (value: number) => count(value, language());
  const describe = unit === 'hour' ? words.hourChart : words.dayChart;
  const step = WIDTH / bars.length;
  return (
    <div>
      <Note>{words.most(number(most))}</Note>
      <Drawing
        role="img"
        aria-label={describe(from ?? '', to ?? '', number(total(bars)), number(most))}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {bars.map(({ start, ballots }, index) => {
          const height = most === 0 ? 0 : (ballots / most) * HEIGHT;
          return (
            <rect
              key={start}
              x={index * step}
              y={HEIGHT - height}
              width={step * (bars.length > WIDTH / 2 ? 1 : 0.8)}
              height={height}
            />
          );
        })}
      </Drawing>
      <Flex justifyContent="space-between" gap={2} aria-hidden>
        <Note>{from}</Note>
        <Note>{to}</Note>
      </Flex>
    </div>
  );
}

/** A bar's start, in few words. */
function said(start: string, unit: 'hour' | 'day'): string {
  // Noon in UTC is the same day at the newsroom.
  return unit === 'hour' ? shortHour(start, language()) : shortDay(`${start}T12:00:00Z`, language());
}
