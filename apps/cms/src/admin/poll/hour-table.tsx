import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PollDesk } from '../../api/poll/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { count, localTime } from '../times/local-times.ts';
import { Folded } from './folded.tsx';

const Scrolled = styled.section`
  max-height: 24rem;
  overflow: auto;
`;

const Compact = styled.table`
  width: 100%;
  border-collapse: collapse;

  th,
  td {
    padding: 0.4rem 1.2rem 0.4rem 0;
    text-align: start;
  }
  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** Every hour that had ballots, newest first: what the chart is drawn from. */
export function HourTable({ hours }: { hours: PollDesk['hours'] }) {
  const words = texts().poll;
  const newestFirst = hours.toSorted((one, other) => Date.parse(other.hour) - Date.parse(one.hour));
  return (
    <Folded summary={words.table}>
      <Scrolled tabIndex={0} aria-label={words.table}>
        <Compact>
          <thead>
            <tr>
              {[words.hour, words.hourBallots].map((name) => (
                <Typography key={name} tag="th" scope="col" variant="pi" textColor="neutral600">
                  {name}
                </Typography>
              ))}
            </tr>
          </thead>
          <tbody>
            {newestFirst.map(({ hour, ballots }) => (
              <tr key={hour}>
                <Typography tag="th" scope="row" variant="pi" textColor="neutral800">
                  {words.when(localTime(hour, new Date(), language()))}
                </Typography>
                <Typography tag="td" variant="pi" textColor="neutral800">
                  {count(ballots, language())}
                </Typography>
              </tr>
            ))}
          </tbody>
        </Compact>
      </Scrolled>
    </Folded>
  );
}
