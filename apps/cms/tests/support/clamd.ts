import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** The test file of antivirus makers (eicar.org), in parts, so that no scanner takes this file for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

/** A daemon that speaks clamd's protocol: PING, INSTREAM; what holds EICAR is infected. */
export interface TestClamd {
  url: string;
  /** Sizes of what it was shown, in bytes. */
  seen: number[];
  stop(): Promise<void>;
}

export async function startClamd(port = 0): Promise<TestClamd> {
  const seen: number[] = [];
  const server = createServer((socket) => speak(socket, seen));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    seen,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const COMMAND = Buffer.from('zINSTREAM\0');

function speak(socket: Socket, seen: number[]): void {
  let said = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    said = Buffer.concat([said, data]);
    if (said.equals(Buffer.from('zPING\0'))) return socket.end('PONG\0');
    if (said.length < COMMAND.length) return;
    if (!said.subarray(0, COMMAND.length).equals(COMMAND)) return socket.end('UNKNOWN COMMAND\0');
    const content = streamed(said.subarray(COMMAND.length));
    if (content === null) return;
    seen.push(content.length);
    socket.end(content.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
  });
}

/** The chunks put together; null before the empty one that ends them. */
function streamed(bytes: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
