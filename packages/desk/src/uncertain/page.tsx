import { Alert, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { texts } from '../i18n/texts.ts';
import { useAnswer } from '../service/use-answer.ts';
import { IssueSection } from './issue-section.tsx';
import { uncertainTexts } from './texts.ts';
import { useUncertainService } from './uncertain-service.ts';

/** Mails of the newsletter of which nobody knows whether they were sent, for a person to decide about. */
export default function UncertainPage({ tabs }: { tabs: ReactNode }) {
  const words = uncertainTexts();
  const common = texts();
  const service = useUncertainService();
  const { answer, missed, again } = useAnswer(() => service.list(), '');
  return (
    <Page.Protect permissions={[{ action: 'api::newsletter-desk.read', subject: null }]}>
      <Page.Main aria-busy={answer === null && !missed}>
        <Page.Title>{words.title}</Page.Title>
        <Layouts.Header title={words.title} subtitle={words.subtitle} />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {tabs}
            {missed && (
              <Alert variant="warning" closeLabel={common.retry} onClose={again}>
                {common.unreachable}
              </Alert>
            )}
            {answer?.issues.length === 0 && <Typography>{words.none}</Typography>}
            {answer?.issues.some(({ count }) => count > 0) && <Typography>{words.advice}</Typography>}
            {answer?.issues.map((issue) => (
              <IssueSection
                key={issue.id}
                issue={issue}
                mayDecide={answer.mayDecide}
                decide={(request) => service.decide(issue.id, request)}
                onDecided={again}
              />
            ))}
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
