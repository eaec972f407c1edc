import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { BuildSummary } from '../../api/site-status/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { count, localTime, seconds } from '../times/local-times.ts';

const COLOURS = {
  queued: 'neutral600',
  building: 'secondary600',
  checking: 'secondary600',
  live: 'success600',
  failed: 'danger600',
  'rolled-back': 'warning600',
  abandoned: 'neutral600',
} as const;

/** Lower rows than the design system's, so that all five are seen at once. */
const Compact = styled.table`
  width: 100%;
  border-collapse: collapse;

  th,
  td {
    padding: 0.4rem 1.2rem 0.4rem 0;
    text-align: start;
    vertical-align: baseline;
  }
  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** The latest builds, newest first. */
export function Builds({ builds }: { builds: readonly BuildSummary[] }) {
  const { publication: words } = texts();
  if (builds.length === 0) return null;
  return (
    <Compact aria-label={words.builds}>
      <thead>
        <tr>
          {[words.when, words.state, words.duration, words.pages].map((name) => (
            <Typography key={name} tag="th" scope="col" variant="pi" textColor="neutral600">
              {name}
            </Typography>
          ))}
        </tr>
      </thead>
      <tbody>
        {builds.map((build) => (
          <BuildRow key={build.report.build} build={build} />
        ))}
      </tbody>
    </Compact>
  );
}

function BuildRow({ build: { report, abandoned } }: { build: BuildSummary }) {
  const { publication: words, failures } = texts();
  const state = abandoned ? 'abandoned' : report.state;
  const said =
    state === 'failed'
      ? words.failedBecause(failures[report.failure?.code ?? 'unknown'].why)
      : words.states[state];
  const number = (value: number) => count(value, language());
  const started = localTime(report.startedAt, new Date(), language());
  return (
    <tr>
      <Cell>{words.builtAt(started)}</Cell>
      <Typography tag="td" variant="pi" fontWeight="bold" textColor={COLOURS[state]}>
        {said}
      </Typography>
      <Cell>{report.durationMs === null ? words.unknown : seconds(report.durationMs, language())}</Cell>
      <Cell>{words.written(number(report.pagesWritten), number(report.pagesTotal))}</Cell>
    </tr>
  );
}

function Cell({ children }: { children: string }) {
  return (
    <Typography tag="td" variant="pi" textColor="neutral800">
      {children}
    </Typography>
  );
}
