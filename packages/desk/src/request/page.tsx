import { Alert, Box, Grid, Link, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { language, texts } from '../i18n/texts.ts';
import { DueMark } from '../words/due-mark.tsx';
import { instantWords } from '../words/times.ts';
import { Conflict } from './conflict.tsx';
import { Consents, Facts } from './facts.tsx';
import { Files } from './files.tsx';
import { NoteForm } from './note-form.tsx';
import { Replies } from './replies.tsx';
import { ReplyForm } from './reply-form.tsx';
import { Steps } from './steps.tsx';
import { Timeline } from './timeline.tsx';
import { useRequest } from './use-request.ts';
import { WorkForm } from './work-form.tsx';

/** One request: what was asked, what was done, and what can be done next. */
export function RequestPage() {
  const { id = '' } = useParams();
  // Another request has forms of its own: what is half written goes to nobody else.
  return <Request key={id} id={id} />;
}

function Request({ id }: { id: string }) {
  const words = texts();
  const request = useRequest(id);
  const { detail, missing, missed, conflict } = request;
  if (missing)
    return (
      <Page.Main>
        <Box padding={8}>
          <Typography>{words.detail.missing}</Typography>
        </Box>
      </Page.Main>
    );
  if (detail === null) {
    return missed ? <Page.Error /> : <Page.Loading>{words.loading}</Page.Loading>;
  }
  const received = instantWords(detail.receivedAt, language(), new Date());
  const column = { direction: 'column', alignItems: 'stretch', gap: 5 } as const;
  return (
    <Page.Main>
      <Page.Title>{detail.reference}</Page.Title>
      <Layouts.Header
        title={`${detail.reference} – ${words.statuses[detail.status]}`}
        subtitle={words.detail.subtitle(detail.name, received)}
        navigationAction={
          <Link tag={RouterLink} to="/plugins/desk">
            {words.back}
          </Link>
        }
        secondaryAction={<DueMark of={detail} />}
      />
      <Layouts.Content>
        <div role="alert">
          {conflict !== null && <Conflict before={detail} after={conflict} onTake={request.takeCurrent} />}
        </div>
        {detail.suspicions.length > 0 && (
          <Alert variant="warning" closeLabel={words.dismiss}>
            {words.detail.suspected(detail.suspicions.map((one) => words.suspicions[one]).join(', '))}
          </Alert>
        )}
        <Grid.Root gap={5} paddingTop={4}>
          <Grid.Item col={7} m={12} xs={12} {...column}>
            <Facts detail={detail} />
            <Replies request={request} detail={detail} />
            {detail.may.work && <ReplyForm request={request} detail={detail} />}
            <Files request={request} detail={detail} />
            <Consents detail={detail} />
          </Grid.Item>
          <Grid.Item col={5} m={12} xs={12} {...column}>
            <Steps request={request} detail={detail} />
            {detail.may.work && <WorkForm request={request} detail={detail} />}
            {detail.may.work && <NoteForm request={request} />}
            <Timeline events={detail.events} />
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}
