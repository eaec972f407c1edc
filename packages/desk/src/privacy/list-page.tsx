import { type PersonRequestStatus, personRequestStatusSchema } from '@passerelle/contracts';
import { Alert, Box, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { language, texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { Choice } from '../words/choice.tsx';
import { Section } from '../words/section.tsx';
import { count } from '../words/times.ts';
import { Certificates } from './certificates.tsx';
import { RegisterTable } from './register-table.tsx';

const ALL = 'all';
const ENTRIES = '/content-manager/collection-types';

/** The register: requests by what is due first, the other registers, certificates. */
export function RegisterPage() {
  const words = texts();
  const own = words.privacy;
  const service = usePrivacyService();
  const [params, setParams] = useSearchParams();
  const known = personRequestStatusSchema.safeParse(params.get('status'));
  const status: PersonRequestStatus | null = known.success ? known.data : null;
  const { answer, missed, again } = useAnswer(() => service.list(status), status ?? ALL);
  const counts = useAnswer(() => service.counts(), '').answer;

  return (
    <Page.Main aria-busy={answer === null && !missed}>
      <Page.Title>{own.title}</Page.Title>
      <Layouts.Header
        title={own.title}
        subtitle={counts === null ? '' : own.subtitle(count(counts.open, language()), counts.open === 1)}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Box maxWidth="20rem">
            <Choice
              label={own.filter}
              value={status ?? ALL}
              options={[
                [ALL, own.all],
                ...personRequestStatusSchema.options.map((one) => [one, own.statuses[one]] as const),
              ]}
              onChange={(chosen) => setParams(chosen === ALL ? {} : { status: chosen })}
            />
          </Box>
          {missed && (
            <Alert variant="warning" closeLabel={words.retry} onClose={again}>
              {words.unreachable}
            </Alert>
          )}
          {answer === null && !missed && <Typography>{words.loading}</Typography>}
          {answer?.length === 0 && <Typography>{own.empty}</Typography>}
          {answer !== null && answer.length > 0 && <RegisterTable requests={answer} />}
          <Section title={own.registers}>
            <Link tag={RouterLink} to={`${ENTRIES}/api::incident.incident`}>
              {own.incidents}
            </Link>
            <Link tag={RouterLink} to={`${ENTRIES}/api::processor.processor`}>
              {own.processors}
            </Link>
          </Section>
          <Certificates />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
