import type { UncertainMail } from '@passerelle/contracts';
import { Checkbox, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { language } from '../i18n/texts.ts';
import { count } from '../words/times.ts';
import { uncertainTexts } from './texts.ts';
import { whatHappened } from './what-happened.ts';

interface MailTableProps {
  mails: readonly UncertainMail[];
  chosen: readonly number[];
  /** Null for who may only look. */
  onChoose: ((chosen: number[]) => void) | null;
}

/** Uncertain mails, by what finds them in the mail server's log. */
export function MailTable({ mails, chosen, onChoose }: MailTableProps) {
  const words = uncertainTexts();
  const { choose, ...others } = words.columns;
  const titles = [...(onChoose === null ? [] : [choose]), ...Object.values(others)];
  const toggled = (id: number) =>
    chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
  return (
    <Table colCount={titles.length} rowCount={mails.length + 1}>
      <Thead>
        <Tr>
          {titles.map((title) => (
            <Th key={title}>
              <Typography variant="sigma">{title}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {mails.map(({ id, messageId, domain, attempts, failure }) => (
          <Tr key={id}>
            {onChoose !== null && (
              <Td>
                <Checkbox
                  aria-label={words.choose(messageId)}
                  checked={chosen.includes(id)}
                  onCheckedChange={() => onChoose(toggled(id))}
                />
              </Td>
            )}
            <Td>
              <Typography>{messageId}</Typography>
            </Td>
            <Td>
              <Typography>{domain}</Typography>
            </Td>
            <Td>
              <Typography>{count(attempts, language())}</Typography>
            </Td>
            <Td>
              <Typography>
                {words.happened[whatHappened(failure)]}
                {failure !== null && ` (${failure})`}
              </Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
