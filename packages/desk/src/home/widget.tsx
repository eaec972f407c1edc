import { Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { language, texts } from '../i18n/texts.ts';
import { useDeskService } from '../service/desk-service.ts';
import { useAnswer } from '../service/use-answer.ts';
import { count, hours } from '../words/times.ts';

/** The home page's « Demandes »: what is new, due, late, and how long answers took. */
export function RequestsWidget() {
  const words = texts();
  const service = useDeskService();
  const { answer, missed } = useAnswer(() => service.counts(), '');
  if (answer === null) return missed ? <Widget.Error>{words.unreachable}</Widget.Error> : <Widget.Loading />;
  const figures = [
    [words.home.new, answer.new, '?status=new'],
    [words.home.dueToday, answer.dueToday, ''],
    [words.home.late, answer.late, '?late=1'],
    [words.home.mine, answer.mine, '?assignee=me'],
  ] as const;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {figures.map(([label, value, query]) => (
        <Flex key={label} justifyContent="space-between" gap={3}>
          <Link tag={RouterLink} to={`/plugins/desk${query}`}>
            {label}
          </Link>
          <Typography variant="delta">{count(value, language())}</Typography>
        </Flex>
      ))}
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography>{words.home.median}</Typography>
        <Typography fontWeight="bold">
          {answer.median === null ? words.home.noMedian : words.home.hours(hours(answer.median, language()))}
        </Typography>
      </Flex>
    </Flex>
  );
}
