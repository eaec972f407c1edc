import type { Organization, Poll, RefusalCode } from '@passerelle/contracts';
import { hiddenWords } from '../../blocks/poll/hidden-words.ts';
import { ballotsWords, resultRows } from '../../blocks/poll/result-rows.ts';
import type { ShownResults } from '../../blocks/poll/shown-results.ts';
import type { TableReply, VoteReply } from '../../blocks/poll/vote-reply.ts';
import { telephoneText } from '../../i18n/format.ts';
import { messages } from '../../i18n/index.ts';
import { type ChoiceFault, faultWords } from './choice-fault.ts';

/** Refusals of which a person can be asked about by telephone. */
export const BY_PHONE: ReadonlySet<RefusalCode> = new Set(['unavailable', 'too-many']);

/** The answer to a script, with what may be seen of the results; else the message says why not. */
export function resultsReply(
  outcome: Exclude<VoteReply['outcome'], 'refused'>,
  message: string,
  poll: Poll,
  shown: ShownResults,
): VoteReply {
  return { outcome, code: null, message: withReason(message, poll, shown), results: tableReply(poll, shown) };
}

/** The answer to a script whose vote was refused. */
export function refusalReply(
  code: RefusalCode,
  fault: ChoiceFault | null,
  poll: Poll | null,
  shown: ShownResults | null,
  { locale, telephone }: Organization,
): VoteReply {
  const t = messages(locale).polls;
  const { title, text } = t.refusals[code];
  const words = poll && fault ? faultWords(poll, fault) : `${title}. ${text}`;
  const message = BY_PHONE.has(code) ? `${words} ${t.retryByPhone(telephoneText(telephone))}` : words;
  return {
    outcome: 'refused',
    code,
    message: poll && shown ? withReason(message, poll, shown) : message,
    results: poll && shown ? tableReply(poll, shown) : null,
  };
}

const withReason = (message: string, poll: Poll, shown: ShownResults): string =>
  shown.kind === 'hidden' ? `${message} ${hiddenWords(poll, shown.because)}` : message;

function tableReply(poll: Poll, shown: ShownResults): TableReply | null {
  if (shown.kind === 'hidden') return null;
  const rows = resultRows(poll, shown.counts).map(({ label: _, ...row }) => row);
  return { rows, ballots: ballotsWords(poll, shown.counts) };
}
