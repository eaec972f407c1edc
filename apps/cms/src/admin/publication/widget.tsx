import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { type Publication, publicationSchema } from '../../api/site-status/domain/answers.ts';
import { language, texts } from '../i18n/texts.ts';
import { pauseAfter } from '../polling/pauses.ts';
import { usePoll } from '../polling/use-poll.ts';
import { readAnswer } from '../site-status/read-answers.ts';
import { StatusText } from '../site-status/status-text.tsx';
import { localTime } from '../times/local-times.ts';
import { Builds } from './builds.tsx';

/** The home page's « Publication »: the state of the public site and its latest builds. */
export function PublicationWidget() {
  const { get } = useFetchClient();
  const { answer, missed } = usePoll<Publication>({
    read: () => readAnswer(get, publicationSchema, '/passerelle/publication'),
    pause: (last) => pauseAfter(last?.status ?? null),
    subject: 'site',
    occasion: '',
  });
  const { panel, publication } = texts();
  if (answer === null) return missed ? <Widget.Error>{panel.unreachable}</Widget.Error> : <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <StatusText status={answer.status} headline={headlineOf(answer)} />
      {missed && (
        <Typography variant="pi" textColor="neutral600">
          {panel.unreachable}
        </Typography>
      )}
      <Box>
        <Link href={answer.siteUrl} isExternal>
          {publication.seeSite}
        </Link>
      </Box>
      <Builds builds={answer.builds} />
    </Flex>
  );
}

/** Of the whole site, some states are said otherwise than of a document. */
function headlineOf({ status, builds }: Publication): string | undefined {
  const { publication } = texts();
  if (builds.length === 0) return publication.noBuild;
  if (status.state === 'live') {
    return publication.siteLive(localTime(status.since, new Date(), language()));
  }
  if (status.state === 'rolled-back') return publication.siteRolledBack;
  return status.state === 'waiting' ? publication.siteWaiting : undefined;
}
