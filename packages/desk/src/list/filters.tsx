import { type DeskPerson, inquiryPrioritySchema, inquiryStatusSchema } from '@passerelle/contracts';
import { Box, Grid } from '@strapi/design-system';
import { texts } from '../i18n/texts.ts';
import { Choice } from '../words/choice.tsx';
import { type ListKey, type ListQuery, withChoice } from './list-address.ts';

interface FiltersProps {
  params: URLSearchParams;
  query: ListQuery;
  people: readonly DeskPerson[];
  onChange: (params: URLSearchParams) => void;
}

type Options = (readonly [string, string])[];

/** Stands for no filter: a select's option can't be empty. */
const ANY = 'any';

/** What narrows the list, and its order. */
export function Filters({ params, query, people, onChange }: FiltersProps) {
  const words = texts();
  const { list } = words;
  const any = [ANY, list.any] as const;
  const fields: readonly [ListKey, string, Options, string][] = [
    ['status', list.status, [[ANY, list.working], ...statuses(query.status)], ANY],
    [
      'priority',
      list.priority,
      [any, ...inquiryPrioritySchema.options.map((one) => [one, words.priorities[one]] as const)],
      ANY,
    ],
    [
      'assignee',
      list.assignee,
      [
        [ANY, list.anyone],
        ['me', list.me],
        ['none', words.nobody],
        ...people.map(({ id, name }) => [String(id), name] as const),
      ],
      ANY,
    ],
    [
      'language',
      list.language,
      [any, ['fr-CA', words.languages['fr-CA']], ['en-CA', words.languages['en-CA']]],
      ANY,
    ],
    ['late', list.dueFilter, [any, ['1', list.late]], ANY],
    ['sort', list.sort, Object.entries(list.sorts), 'due'],
    ['order', list.order, Object.entries(list.orders), 'asc'],
  ];
  return (
    <Box role="group" aria-label={list.filters}>
      <Grid.Root gap={3}>
        {fields.map(([key, label, options, unset]) => (
          <Grid.Item key={key} col={3} s={6} xs={12} direction="column" alignItems="stretch">
            <Choice
              label={label}
              value={query[key] ?? unset}
              options={options}
              onChange={(value) => onChange(withChoice(params, key, value === unset ? null : value))}
            />
          </Grid.Item>
        ))}
      </Grid.Root>
    </Box>
  );
}

/** Each status; and the view of all of them where it is chosen, which is no single one. */
function statuses(chosen: string | undefined): Options {
  const words = texts();
  const several: Options = chosen?.includes(',') ? [[chosen, words.list.views.all]] : [];
  return [...several, ...inquiryStatusSchema.options.map((one) => [one, words.statuses[one]] as const)];
}
