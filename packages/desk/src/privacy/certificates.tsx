import { Box, Typography } from '@strapi/design-system';
import { language, texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { Section } from '../words/section.tsx';
import { instantWords } from '../words/times.ts';

/** What was erased: counts, by whom, and the hash that proves it. */
export function Certificates() {
  const words = texts();
  const own = words.privacy.certificates;
  const service = usePrivacyService();
  const { answer, missed } = useAnswer(() => service.certificates(), '');
  return (
    <Section title={own.title}>
      {missed && <Typography>{words.unreachable}</Typography>}
      {answer?.length === 0 && <Typography>{own.empty}</Typography>}
      <Box tag="ul">
        {(answer ?? []).map(({ id, at, actor, counts, hash }) => (
          <Box tag="li" key={id} paddingBottom={3}>
            <Typography tag="p" fontWeight="bold">
              {`${instantWords(at, language(), new Date())} – ${actor ?? own.commandLine}`}
            </Typography>
            <Typography tag="p">{own.counts(counts)}</Typography>
            <Typography tag="p" variant="pi" style={{ overflowWrap: 'anywhere' }}>
              {own.hash(hash)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
