import { connect, type Socket } from 'node:net';
import type { ScannerAddress } from '../domain/scanner-address.ts';

/** What a scanner says of a file. `unable`: it could not look at this one; `away`: it isn't there. */
export type Verdict = 'clean' | 'infected' | 'unable' | 'away';

/** Looks for malicious software in a file; never throws for a scanner that is away. */
export type ScanFile = (bytes: Uint8Array) => Promise<Verdict>;

/** Scanning ten megabytes takes seconds; a scanner that is silent for longer hangs. */
const PATIENCE_MS = 60_000;
const CHUNK_BYTES = 64 * 1024;
const MOST_ANSWER = 4_096;

/**
 * ClamAV's daemon over its socket: `zINSTREAM`, chunks with their length in four bytes, most significant first, and an
 * empty one at the end; the answer is `stream: OK`, `stream: <name> FOUND` or `… ERROR` (clamd(8), COMMANDS). Without an
 * address every file waits.
 */
export function createClamd(address: ScannerAddress | null, patienceMs = PATIENCE_MS): ScanFile {
  if (address === null) return async () => 'away';
  return async (bytes) => {
    const answer = await ask(address, patienceMs, function* () {
      yield Buffer.from('zINSTREAM\0', 'latin1');
      for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
        const chunk = bytes.subarray(from, from + CHUNK_BYTES);
        yield Buffer.concat([lengthOf(chunk), chunk]);
      }
      yield lengthOf(new Uint8Array());
    });
    if (answer === null || answer === '') return 'away';
    if (/ FOUND$/.test(answer)) return 'infected';
    return answer === 'stream: OK' ? 'clean' : 'unable';
  };
}

/** Whether a scanner answers (`zPING`). */
export async function isScannerThere(address: ScannerAddress | null): Promise<boolean> {
  if (address === null) return false;
  const answer = await ask(address, 2_000, function* () {
    yield Buffer.from('zPING\0', 'latin1');
  });
  return answer === 'PONG';
}

function lengthOf({ length }: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

/** Says something to the scanner; null when it is away or falls silent. */
function ask(
  address: ScannerAddress,
  patienceMs: number,
  parts: () => Generator<Buffer>,
): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const end = (answer: string | null) => {
      socket.destroy();
      resolve(answer);
    };
    let answer = '';
    socket.setTimeout(patienceMs, () => end(null));
    socket.on('error', () => end(null));
    socket.on('connect', () => void send(socket, parts()));
    socket.on('data', (data) => {
      answer += data.toString('utf8');
      const last = answer.indexOf('\0');
      if (last >= 0) end(answer.slice(0, last));
      else if (answer.length > MOST_ANSWER) end(null);
    });
    socket.on('close', () => end(answer === '' ? null : answer));
  });
}

/** Waits for the scanner to take each part. It may answer and hang up before the last one. */
async function send(socket: Socket, parts: Generator<Buffer>): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed) return;
    if (!socket.write(part)) {
      await new Promise<void>((resolve) => {
        socket.once('drain', resolve);
        socket.once('close', resolve);
      });
    }
  }
}
