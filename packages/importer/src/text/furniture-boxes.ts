import {
  BACK_LINK,
  FORM_FIELD,
  INQUIRY_TITLE,
  NEWSLETTER_CALL,
  NEWSLETTER_TITLE,
  POLL_TITLE,
  RESULTS_LINK,
  SEND_BUTTON,
  SUBSCRIBE_BUTTON,
  VOTE_BUTTON,
} from './furniture-phrases.ts';
import { folded, type Line } from './lines.ts';

/**
 * A piece of page furniture. `from` and `to` are indices of lines, both included. A `whole` box cannot be
 * anything else; one that is not is believed only among others, after the article.
 */
export type Box = { from: number; to: number; whole: boolean } & (
  | { kind: 'back-link' | 'inquiry-form' | 'newsletter' }
  | { kind: 'poll'; question: string; options: string[] }
);

const MOST_OPTIONS = 12;
const LONGEST_OPTION = 120;
const LONGEST_CALL = 300;
const MOST_FIELDS = 12;
/** In lines: a question may have been wrapped. */
const LONGEST_QUESTION = 3;

/** The lines from `start` that are not blank, with their indices. */
function* filledFrom(
  lines: readonly Line[],
  start: number,
): Generator<{ index: number; text: string; words: string }> {
  for (let index = start; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (text) yield { index, text, words: folded(text) };
  }
}

function isTitle(words: string): boolean {
  return [BACK_LINK, INQUIRY_TITLE, NEWSLETTER_TITLE, POLL_TITLE].some((title) => title.test(words));
}

/** Title, then any labels of fields, then perhaps a button. The title alone is the link to the form. */
function readInquiryForm(lines: readonly Line[], from: number): Box {
  let to = from;
  let fields = 0;
  for (const { index, words } of filledFrom(lines, from + 1)) {
    if (SEND_BUTTON.test(words) && fields > 0) return { kind: 'inquiry-form', from, to: index, whole: true };
    if (!FORM_FIELD.test(words) || fields === MOST_FIELDS) break;
    fields += 1;
    to = index;
  }
  return { kind: 'inquiry-form', from, to, whole: false };
}

/** Title, a sentence that invites, any field, a button. The title alone proves nothing. */
function readNewsletter(lines: readonly Line[], from: number): Box | null {
  let invited = NEWSLETTER_CALL.test(folded(lines[from]?.text ?? ''));
  let fields = 0;
  let to = from;
  for (const { index, text, words } of filledFrom(lines, from + 1)) {
    if (SUBSCRIBE_BUTTON.test(words) && (invited || fields > 0)) {
      return { kind: 'newsletter', from, to: index, whole: true };
    }
    const invites = NEWSLETTER_CALL.test(words) && text.length <= LONGEST_CALL;
    if (isTitle(words) && !invites) break;
    if (!invites && (!FORM_FIELD.test(words) || fields === MOST_FIELDS)) break;
    invited ||= invites;
    fields += invites ? 0 : 1;
    to = index;
  }
  return invited && to > from ? { kind: 'newsletter', from, to, whole: false } : null;
}

const withoutMark = (option: string) => option.replace(/^(?:[-*•·–○◯☐□]|\( ?\)|\[ ?\])\s*/u, '');

/** Title, a question, its options if any came through, a button. No question, no poll. */
function readPoll(lines: readonly Line[], from: number): Box | null {
  const question: string[] = [];
  const options: string[] = [];
  let to = from;
  let whole = false;
  for (const { index, text, words } of filledFrom(lines, from + 1)) {
    const isAsked = question.at(-1)?.endsWith('?') ?? false;
    if (whole && !RESULTS_LINK.test(words)) break;
    if (!whole && isTitle(words)) break;
    if (isAsked && VOTE_BUTTON.test(words)) whole = true;
    else if (!whole && !isAsked && question.length < LONGEST_QUESTION) question.push(text);
    else if (!whole && options.length < MOST_OPTIONS && text.length <= LONGEST_OPTION)
      options.push(withoutMark(text));
    else if (!whole) return null;
    to = index;
  }
  if (!question.at(-1)?.endsWith('?')) return null;
  return { kind: 'poll', from, to, whole, question: question.join(' '), options };
}

/**
 * Recognises page furniture line by line, whatever its case and accents. A title makes no box by itself:
 * a newsletter box invites, a poll asks. A heading in an article about newsletters is none.
 */
export function findBoxes(lines: readonly Line[]): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const words = folded(lines[at]?.text ?? '');
    if (words === '' || words.length > 120) continue;
    let box: Box | null = null;
    if (BACK_LINK.test(words)) box = { kind: 'back-link', from: at, to: at, whole: true };
    else if (INQUIRY_TITLE.test(words)) box = readInquiryForm(lines, at);
    else if (POLL_TITLE.test(words)) box = readPoll(lines, at);
    else if (NEWSLETTER_TITLE.test(words)) box = readNewsletter(lines, at);
    if (!box) continue;
    boxes.push(box);
    at = box.to;
  }
  return boxes;
}
