import type { IssueProblem } from './issue.ts';

/** Some readers of mail cut off what is longer: 102 KB of HTML, counted after its encoding. */
const HTML_LIMIT = 102 * 1024;

interface Checked {
  subject: string;
  html: string;
  text: string;
  /** Octets of the HTML as it is sent. */
  htmlOctets: number;
  /** Who writes and why (L6): whether that is whole, and what each part must have of it. */
  signature: { isWhole: boolean; text: readonly string[]; html: readonly string[] };
  /** What stands for the reader's link to unsubscribe. */
  unsubscribe: string;
}

/** What forbids sending a rendition, the worst first. */
export function problemsOf(rendition: Checked): IssueProblem[] {
  const { subject, html, text, htmlOctets, signature, unsubscribe } = rendition;
  const isSigned =
    signature.isWhole &&
    signature.text.every((piece) => text.includes(piece)) &&
    signature.html.every((piece) => html.includes(piece));
  const problems: [IssueProblem, boolean][] = [
    ['sender-missing', !isSigned],
    ['subject-malformed', subject.trim() === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject)],
    ['text-missing', text.replace(unsubscribe, '').trim() === ''],
    ['unsubscribe-missing', !html.includes(unsubscribe) || !text.includes(unsubscribe)],
    ['too-large', htmlOctets >= HTML_LIMIT],
  ];
  return problems.flatMap(([problem, found]) => (found ? [problem] : []));
}
