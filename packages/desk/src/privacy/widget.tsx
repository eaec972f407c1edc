import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { language, texts } from '../i18n/texts.ts';
import { usePrivacyService } from '../service/privacy-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { count } from '../words/times.ts';

/** The home page's « Renseignements personnels »: how many requests wait, and which are late. */
export function RegisterWidget() {
  const words = texts();
  const own = words.privacy.home;
  const service = usePrivacyService();
  const { answer, missed } = useAnswer(() => service.counts(), '');
  if (answer === null) return missed ? <Widget.Error>{words.unreachable}</Widget.Error> : <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {(['open', 'soon', 'late'] as const).map((one) => (
        <Flex key={one} justifyContent="space-between" gap={3}>
          <Link tag={RouterLink} to="/plugins/privacy?status=open">
            {own[one]}
          </Link>
          <Typography
            variant="delta"
            textColor={one === 'late' && answer.late > 0 ? 'danger600' : 'neutral800'}
          >
            {count(answer[one], language())}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}
