import { inquiryReportQuerySchema } from '@passerelle/contracts';
import { Alert, Button, Field, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { language, texts } from '../i18n/texts.ts';
import { saveFile } from '../service/desk-file.ts';
import { useDeskService } from '../service/desk-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { Section } from '../words/section.tsx';
import { dayWords, officeDay } from '../words/times.ts';
import { TimesChart } from './chart.tsx';
import { TimesTable } from './table.tsx';

/** As far back as the report looks at first. */
const DAYS_MS = 91 * 86_400_000;

/** How long answers took, by week and programme: a picture, its table, a file. */
export function ReportPage() {
  const words = texts();
  const service = useDeskService();
  const { toggleNotification } = useNotification();
  const [days, setDays] = useState(() => ({
    from: officeDay(new Date(Date.now() - DAYS_MS)),
    to: officeDay(new Date()),
  }));
  const [typed, setTyped] = useState(days);
  const valid = inquiryReportQuerySchema.safeParse(typed).success;
  const { answer, missed, again } = useAnswer(() => service.report(days), `${days.from}/${days.to}`);

  async function download(): Promise<void> {
    try {
      saveFile(await service.reportFile({ ...days, format: 'csv', language: language(), bom: '1' }));
    } catch {
      toggleNotification({ type: 'danger', message: words.failed });
    }
  }

  return (
    <Page.Main aria-busy={answer === null && !missed}>
      <Page.Title>{words.report.title}</Page.Title>
      <Layouts.Header
        title={words.report.title}
        subtitle={words.report.subtitle}
        navigationAction={
          <Link tag={RouterLink} to="/plugins/desk">
            {words.back}
          </Link>
        }
        primaryAction={<Button onClick={() => void download()}>{words.report.csv}</Button>}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (valid) setDays(typed);
            }}
          >
            <Flex gap={3} wrap="wrap" alignItems="flex-end">
              {(['from', 'to'] as const).map((end) => (
                <Field.Root key={end}>
                  <Field.Label>{words.report[end]}</Field.Label>
                  <Field.Input
                    type="date"
                    value={typed[end]}
                    onChange={(event) => setTyped({ ...typed, [end]: event.target.value })}
                  />
                </Field.Root>
              ))}
              <Button type="submit" variant="secondary" size="L" disabled={!valid}>
                {words.report.show}
              </Button>
            </Flex>
            <div role="alert">
              {!valid && <Typography textColor="danger600">{words.report.invalid}</Typography>}
            </div>
          </form>
          {missed && (
            <Alert variant="warning" closeLabel={words.retry} onClose={again}>
              {words.unreachable}
            </Alert>
          )}
          {answer !== null && answer.all.received === 0 && <Typography>{words.report.empty}</Typography>}
          {answer !== null && answer.all.received > 0 && (
            <>
              <Section title={words.report.weeks}>
                <TimesChart weeks={answer.weeks} />
                <TimesTable
                  caption={words.report.weeks}
                  first={words.report.week}
                  rows={[
                    ...answer.weeks.map((week) => ({ name: dayWords(week.monday, language()), times: week })),
                    { name: words.report.all, times: answer.all },
                  ]}
                />
              </Section>
              <Section title={words.report.programmes}>
                <TimesTable
                  caption={words.report.programmes}
                  first={words.report.programme}
                  rows={answer.programmes.map((one) => ({ name: one.programme ?? words.none, times: one }))}
                />
              </Section>
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
