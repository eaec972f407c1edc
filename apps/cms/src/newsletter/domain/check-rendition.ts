import { senderLine } from '../../mail/layout.ts';
import { isWholeSender } from '../../mail/sender-block.ts';
import type { IssueProblem } from './issue.ts';

/** Some readers of mail cut off what is longer: 102 KB of HTML, counted after its encoding. */
const HTML_LIMIT = 102 * 1024;

interface Checked {
  subject: string;
  html: string;
  text: string;
  /** Octets of the HTML as it is sent. */
  htmlOctets: number;
  /** Who writes, line by line (L6). */
  sender: readonly string[];
  /** Why its reader gets it (L6). */
  why: string;
  /** What stands for the reader's link to unsubscribe. */
  unsubscribe: string;
}

/** What forbids sending a rendition, the worst first. */
export function problemsOf(rendition: Checked): IssueProblem[] {
  const { subject, html, text, htmlOctets, sender, why, unsubscribe } = rendition;
  const isSigned =
    isWholeSender(sender) &&
    [why, ...sender].every((line) => text.includes(line) && html.includes(senderLine(line).html));
  const problems: [IssueProblem, boolean][] = [
    ['sender-missing', !isSigned],
    ['subject-malformed', subject.trim() === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject)],
    ['text-missing', text.replace(unsubscribe, '').trim() === ''],
    ['unsubscribe-missing', !html.includes(unsubscribe) || !text.includes(unsubscribe)],
    ['too-large', htmlOctets >= HTML_LIMIT],
  ];
  return problems.flatMap(([problem, found]) => (found ? [problem] : []));
}
