import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import type { IssueList } from '../../api/newsletter-desk/domain/answers.ts';
import { NEWSLETTER_ACTIONS } from '../../api/newsletter-desk/domain/permissions.ts';
import { texts } from '../i18n/texts.ts';
import { Note } from '../poll/note.tsx';
import { usePoll } from '../polling/use-poll.ts';
import { IssueRow } from './issue-row.tsx';
import { useIssuesClient } from './issues-client.ts';
import { pauseAfterIssues } from './pauses.ts';

const CAMPAIGNS = '/content-manager/collection-types/api::campaign.campaign';

/** The page « Infolettre »: every issue, of campaigns and of digests, with its account and what may be done with it. */
export default function NewsletterPage({ tabs }: { tabs: ReactNode }) {
  const words = texts();
  const client = useIssuesClient();
  const [acted, setActed] = useState(0);
  const { answer, missed } = usePoll<IssueList>({
    read: client.list,
    pause: pauseAfterIssues,
    subject: 'newsletter-page',
    occasion: `${acted}`,
  });
  const { title, subtitle, campaigns, open } = words.campaign.page;
  return (
    <Page.Protect permissions={[{ action: NEWSLETTER_ACTIONS.read, subject: null }]}>
      <Page.Main aria-busy={answer === null && !missed}>
        <Page.Title>{title}</Page.Title>
        <Layouts.Header
          title={title}
          subtitle={subtitle}
          primaryAction={
            <LinkButton tag={Link} to={CAMPAIGNS} variant="secondary">
              {campaigns}
            </LinkButton>
          }
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {tabs}
            {missed && <Note>{words.newsletter.unreachable}</Note>}
            {answer?.issues.length === 0 && <Typography>{words.newsletter.none}</Typography>}
            {answer !== null && answer.issues.length > 0 && (
              <Box background="neutral0" padding={5} shadow="tableShadow" hasRadius>
                <Flex
                  tag="ul"
                  direction="column"
                  alignItems="stretch"
                  gap={4}
                  aria-label={words.newsletter.list}
                >
                  {answer.issues.map((issue) => (
                    <IssueRow
                      key={issue.id}
                      issue={issue}
                      client={client}
                      onActed={() => setActed(acted + 1)}
                      below={
                        issue.campaign !== null && (
                          <Box paddingTop={1}>
                            <LinkButton
                              tag={Link}
                              to={`${CAMPAIGNS}/${issue.campaign}`}
                              size="S"
                              variant="tertiary"
                              aria-label={`${open} – ${issue.subject ?? ''}`}
                            >
                              {open}
                            </LinkButton>
                          </Box>
                        )
                      }
                    />
                  ))}
                </Flex>
              </Box>
            )}
          </Flex>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
