import { type Box, findBoxes } from './furniture-boxes.ts';
import { folded, type Line, type LineRange, rangeOf, textOf } from './lines.ts';

/** Page furniture that was left out of the article: what it is, where it stood, and all it said. */
type Furniture = { lines: LineRange; text: string } & (
  | { kind: 'back-link' | 'inquiry-form' | 'newsletter' }
  /** `isRunningText`: it reads like a piece of an article. */
  | { kind: 'unknown'; isRunningText: boolean }
  | { kind: 'poll'; question: string; options: string[] }
);

export interface SplitPage {
  /** The lines of the article, blank ones included. */
  article: Line[];
  /** In the order of the page. */
  furniture: Furniture[];
  /** Boxes were lifted out of the midst of the article. */
  isInterrupted: boolean;
}

const LEGAL_NOTICE = /^(?:©|\(c\)|copyright|tous droits|all rights)/;

/** Whether a line is running text, such as articles are made of and furniture is not. */
function isRunningText(line: Line): boolean {
  if (LEGAL_NOTICE.test(folded(line.text))) return false;
  const words = line.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words >= 15 || (words >= 6 && /[.!?…»:]$/.test(line.text));
}

function furnitureOf(box: Box, lines: readonly Line[]): Furniture {
  const own = lines.slice(box.from, box.to + 1);
  const place = { lines: rangeOf(own), text: textOf(own) };
  return box.kind === 'poll'
    ? { ...place, kind: box.kind, question: box.question, options: box.options }
    : { ...place, kind: box.kind };
}

/** Where the page's end begins: the index of the box after which only furniture follows. */
function startOfEnd(lines: readonly Line[], boxes: readonly Box[]): number {
  const firstRunning = lines.findIndex(isRunningText);
  let start = lines.length;
  let isEnd = true;
  for (const [index, box] of [...boxes.entries()].reverse()) {
    const next = boxes[index + 1]?.from ?? lines.length;
    isEnd &&= !lines.slice(box.to + 1, next).some(isRunningText);
    const endsArticle = box.kind === 'back-link' && firstRunning !== -1 && firstRunning < box.from;
    if (isEnd || endsArticle) start = box.from;
  }
  return start;
}

/**
 * Parts an article from its page. From the page's end upwards, boxes that are known (see `findBoxes`) are
 * furniture, and so is whatever stands between them or after them, kept as `unknown`. Running text after a
 * box means that the article goes on there, unless the box is the link back to the news, which ends it.
 * Higher up, only whole boxes are lifted out. No line is lost: each is in the article or in the furniture.
 */
export function splitFurniture(lines: readonly Line[]): SplitPage {
  const boxes = findBoxes(lines);
  const end = startOfEnd(lines, boxes);
  const boxed = new Set(
    boxes.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  );
  const firstText = lines.findIndex(({ text }, index) => text !== '' && !boxed.has(index));
  const lifted = boxes.filter((box) => box.from >= end || box.to < firstText || box.whole);
  const boxFrom = new Map(lifted.map((box) => [box.from, box]));
  const article: Line[] = [];
  const furniture: Furniture[] = [];
  let aside: Line[] = [];
  const keepAside = () => {
    const place = { lines: rangeOf(aside), text: textOf(aside) };
    if (place.text) furniture.push({ kind: 'unknown', ...place, isRunningText: aside.some(isRunningText) });
    aside = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const box = boxFrom.get(at);
    const line = lines[at];
    if (box) {
      keepAside();
      furniture.push(furnitureOf(box, lines));
      at = box.to;
    } else if (line) {
      (at < end ? article : aside).push(line);
    }
  }
  keepAside();
  const isInterrupted = lifted.some(
    ({ from, to, kind }) => from < end && to > firstText && kind !== 'back-link',
  );
  return { article, furniture, isInterrupted };
}
