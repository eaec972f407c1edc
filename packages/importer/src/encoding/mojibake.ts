import { applyEdits, type Edit } from './edits.ts';
import { strangeness } from './strangeness.ts';
import { readUtf8Sequence } from './utf-8.ts';
import { latin1Byte, windows1252Byte } from './windows-1252.ts';

/** What has been garbled more often is not taken on: too much may have been lost on the way. */
const MOST_ROUNDS = 3;

/** By how many points a reading must be less strange to be believed. */
const SURE_GAIN = 3;

/** Beyond this a cluster is no text any more. */
const LONGEST_CLUSTER = 2000;

/** Outside these, a sequence is taken for a coincidence: no sign of French or English writing is there. */
const BELIEVABLE: readonly (readonly [number, number])[] = [
  [0x0080, 0x017f],
  [0x0192, 0x0192],
  [0x02c6, 0x02c6],
  [0x02dc, 0x02dc],
  [0x0300, 0x036f],
  [0x2000, 0x206f],
  [0x2070, 0x209f],
  [0x20ac, 0x20ac],
  [0x2100, 0x214f],
  [0x2190, 0x21ff],
  [0x2212, 0x2212],
  [0x2260, 0x2265],
  [0x25a0, 0x27bf],
  [0xfb00, 0xfb06],
  [0xfe0f, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
  [0x1f000, 0x1faff],
];

function isBelievable(codePoint: number): boolean {
  return BELIEVABLE.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/**
 * Undoes one round: every run of signs whose bytes are a UTF-8 sequence becomes the sign that sequence
 * stands for. All signs of a sequence were read by one table, Windows-1252 or else ISO-8859-1, and both
 * tables are one to one: garbling the result again gives back exactly what stood there.
 */
function undoRound(cluster: string): string {
  let result = '';
  for (let at = 0; at < cluster.length; ) {
    const read = (table: (sign: string) => number | null) =>
      readUtf8Sequence((index) => table(cluster.charAt(index)), at);
    const sequence = [read(windows1252Byte), read(latin1Byte)].find(
      (found) => found !== null && isBelievable(found.codePoint),
    );
    result += sequence ? String.fromCodePoint(sequence.codePoint) : cluster.charAt(at);
    at += sequence?.length ?? 1;
  }
  return result;
}

/** The reading of a cluster of non-ASCII signs that is surely meant; null to leave it alone. */
function meantBy(left: string, cluster: string, right: string): string | null {
  if (cluster.length < 2 || cluster.length > LONGEST_CLUSTER) return null;
  const readings = [cluster];
  for (let last = cluster; ; ) {
    const next = undoRound(last);
    if (next === last) break;
    readings.push(next);
    last = next;
  }
  if (readings.length === 1) return null;
  const scores = readings.map((reading) => strangeness(left, reading, right));
  const least = Math.min(...scores);
  const rounds = scores.indexOf(least);
  const before = scores[0] ?? 0;
  if (rounds > MOST_ROUNDS || before - least < SURE_GAIN) return null;
  return readings[rounds] ?? null;
}

/**
 * Finds UTF-8 that was read as Windows-1252 or ISO-8859-1, up to three times over, cluster by cluster, so
 * that a text garbled in parts is mended in those parts. A cluster is mended only where the way back is
 * exact and the result clearly likelier French or English (see `strangeness`); all else stays.
 */
export function findMojibake(text: string): Edit[] {
  const edits: Edit[] = [];
  let mended = '';
  let from = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every sign that one byte may stand for
  for (const match of text.matchAll(/[^\u0000-\u007f]{2,}/g)) {
    const [cluster] = match;
    const end = match.index + cluster.length;
    mended = (mended + text.slice(from, match.index)).slice(-16);
    const meant = meantBy(mended, cluster, text.slice(end, end + 16));
    if (meant !== null) edits.push({ rule: 'mojibake', offset: match.index, before: cluster, after: meant });
    mended += meant ?? cluster;
    from = end;
  }
  return edits;
}

/** The text with mojibake undone where that is certain; see `findMojibake`. */
export function repairMojibake(text: string): string {
  return applyEdits(text, findMojibake(text));
}
