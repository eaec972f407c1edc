import { parse } from 'csv-parse';

/** A row of a table and the line it ends on, counted from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** Why a table isn't read further. */
export type CsvStop = 'empty' | 'not-csv' | 'encoding-unknown' | 'too-large';

export class CsvStopped extends Error {
  override readonly name = 'CsvStopped';
  readonly code: CsvStop;
  /** Where it was stopped; null for a file as a whole. */
  readonly line: number | null;

  constructor(code: CsvStop, line: number | null, options?: ErrorOptions) {
    super(`a table was not read further: ${code}`, options);
    this.code = code;
    this.line = line;
  }
}

/** A file in pieces. */
export type FileSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Octets of a row: what is longer has a quote that doesn't end. */
const LONGEST_ROW = 64 * 1024;

/**
 * Reads a table of cells separated by commas, semicolons or tabs, whichever its first line has most of (RFC 4180 otherwise),
 * in UTF-8 with or without a byte order mark, or in Windows-1252: told apart cell by cell, since a text in the latter is
 * hardly ever well-formed in the former. Rows stream through: memory doesn't grow with their number.
 *
 * @param limit of octets.
 * @throws {CsvStopped} from the row on that can't be read.
 */
export async function* readCsv(source: FileSource, { limit }: { limit: number }): AsyncGenerator<CsvRow> {
  const pieces = withFirstLine(source, limit);
  const first = await pieces.next();
  if (first.done === true) throw new CsvStopped('empty', null);
  const ready: CsvRow[] = [];
  const parser = parse({
    // Commas and quotes are the same in all three: cells are decoded once they are apart.
    encoding: 'latin1',
    delimiter: delimiterOf(first.value.toString('latin1')),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    on_record(cells: string[], { lines }) {
      ready.push({ line: lines, cells: cells.map(decoded) });
      return null;
    },
  });
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.resume();
  const step = (work: (done: () => void) => void) => new Promise<void>(work);
  let line = 0;
  // What was read before a fault is handed over before the fault is told.
  function* read() {
    for (const row of ready.splice(0)) {
      line = row.line;
      yield row;
    }
    if (failure !== undefined) throw new CsvStopped('not-csv', line + 1, { cause: failure });
  }
  for (let piece: IteratorResult<Buffer, void> = first; piece.done !== true; piece = await pieces.next()) {
    const { value } = piece;
    await step((done) => parser.write(value, () => done()));
    yield* read();
  }
  await step((done) => {
    parser.once('error', () => done());
    parser.end(() => done());
  });
  yield* read();
}

/** The octets without a byte order mark; the first piece has the whole first line, if it isn't beyond all measure. */
async function* withFirstLine(source: FileSource, limit: number): AsyncGenerator<Buffer, void> {
  let start: Buffer | null = Buffer.alloc(0);
  let read = 0;
  for await (const chunk of source) {
    const octets = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    read += octets.length;
    if (read > limit) throw new CsvStopped('too-large', null);
    if (start === null) {
      yield octets;
      continue;
    }
    start = Buffer.concat([start, octets]);
    if (!/[\r\n]/.test(start.toString('latin1')) && start.length < LONGEST_ROW) continue;
    yield withoutMark(start);
    start = null;
  }
  if (start !== null && start.length > 0) yield withoutMark(start);
}

function withoutMark(octets: Buffer): Buffer {
  if (UTF16.some((mark) => octets.subarray(0, 2).equals(mark)))
    throw new CsvStopped('encoding-unknown', null);
  return octets.subarray(0, 3).equals(UTF8) ? octets.subarray(3) : octets;
}

const UTF8 = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** Of what separates cells, what stands most often in the first line outside of quotes. */
function delimiterOf(start: string): string {
  const [line = ''] = start.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (delimiter: string) => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((most, one) => (count(one) > count(most) ? one : most));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

function decoded(cell: string): string {
  const octets = Buffer.from(cell, 'latin1');
  try {
    return utf8.decode(octets);
  } catch {
    return windows1252.decode(octets);
  }
}
