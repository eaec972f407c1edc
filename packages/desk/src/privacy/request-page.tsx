import { Box, Grid, Link, Typography } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { language, texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { useLook } from '../service/use-look.ts';
import { instantWords } from '../words/times.ts';
import { AnswerForm } from './answer-form.tsx';
import { Bundle } from './bundle.tsx';
import { ClockMark } from './clock-mark.tsx';
import { EraseForm } from './erase-form.tsx';
import { ExtendForm } from './extend-form.tsx';
import { Found } from './found.tsx';
import { Closing, Person } from './person.tsx';

const RIGHTS = [
  { action: 'api::privacy.bundle', subject: null },
  { action: 'api::privacy.erase', subject: null },
];

/** One request of a person: who asked what, what is kept, what can be done. */
export function PersonRequestPage() {
  const { id = '' } = useParams();
  // Another request has forms of its own: what is half written goes to nobody else.
  return <PersonRequest key={id} id={id} />;
}

/** Read once, and anew after what was done: each look is in the audit. */
function PersonRequest({ id }: { id: string }) {
  const words = texts();
  const own = words.privacy;
  const service = usePrivacyService();
  const { allowedActions } = useRBAC(RIGHTS);
  const { found: detail, missing, missed, put } = useLook(service.look, id);

  if (missing)
    return (
      <Page.Main>
        <Box padding={8}>
          <Typography>{own.missing}</Typography>
        </Box>
      </Page.Main>
    );
  if (detail === null) {
    return missed ? <Page.Error /> : <Page.Loading>{words.loading}</Page.Loading>;
  }
  const column = { direction: 'column', alignItems: 'stretch', gap: 5 } as const;
  const isOpen = detail.status === 'open' && detail.person !== null;
  return (
    <Page.Main>
      <Page.Title>{detail.reference}</Page.Title>
      <Layouts.Header
        title={`${detail.reference} – ${own.kinds[detail.kind]}`}
        subtitle={own.received(instantWords(detail.receivedAt, language(), new Date()))}
        navigationAction={
          <Link tag={RouterLink} to="/plugins/privacy">
            {own.back}
          </Link>
        }
        secondaryAction={<ClockMark of={detail} />}
      />
      <Layouts.Content>
        <Grid.Root gap={5}>
          <Grid.Item col={7} m={12} xs={12} {...column}>
            <Person detail={detail} />
            <Closing detail={detail} />
            {isOpen && <AnswerForm detail={detail} onDone={put} />}
          </Grid.Item>
          <Grid.Item col={5} m={12} xs={12} {...column}>
            {isOpen && allowedActions.canBundle && <Found id={id} />}
            {isOpen && allowedActions.canBundle && <Bundle detail={detail} />}
            {isOpen && allowedActions.canErase && detail.kind === 'erasure' && (
              <EraseForm detail={detail} onDone={put} />
            )}
            {isOpen && <ExtendForm detail={detail} onDone={put} />}
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}
