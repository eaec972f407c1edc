import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';

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
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  { limit }: { limit: number },
): AsyncGenerator<CsvRow> {
  const chunks = withoutMark(source, limit)[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) throw new CsvStopped('empty', null);
  const parser = parse({
    // Commas and quotes are the same in all three: cells are decoded once they are apart.
    encoding: 'latin1',
    delimiter: delimiterOf(first.value.toString('latin1')),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    info: true,
  });
  async function* all() {
    yield first.value as Buffer;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  const fed = pipeline(all(), new Transform({ transform: (chunk, _, done) => done(null, chunk) }), parser);
  // It fails together with the loop below, which tells of it.
  fed.catch(() => undefined);
  let line = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      line = info.lines;
      yield { line, cells: record.map(decoded) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CsvStopped('not-csv', line + 1, { cause: error });
  } finally {
    parser.destroy();
  }
}

async function* withoutMark(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of source) {
    let octets = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (octets.length === 0) continue;
    if (read === 0) {
      if (UTF16.some((mark) => octets.subarray(0, 2).equals(mark)))
        throw new CsvStopped('encoding-unknown', null);
      if (octets.subarray(0, 3).equals(UTF8)) octets = octets.subarray(3);
    }
    read += chunk.byteLength;
    if (read > limit) throw new CsvStopped('too-large', null);
    yield octets;
  }
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
