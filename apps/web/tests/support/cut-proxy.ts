import { connect, createServer, type Socket } from 'node:net';

/** A proxy that lets requests through and keeps answers back. */
export interface CutProxy {
  port: number;
  /** Cuts so many connections at the first byte of an answer: what was asked has been done. */
  cut(times: number): void;
  /** How many were cut so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** Stands between a client and a server of this machine. @param target the server's port. */
export async function cutProxy(target: number): Promise<CutProxy> {
  let left = 0;
  let cuts = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    const end = () => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
    };
    open.add(client);
    client.pipe(upstream);
    upstream.on('data', (bytes) => {
      if (left > 0) {
        left -= 1;
        cuts += 1;
        end();
      } else client.write(bytes);
    });
    for (const socket of [client, upstream]) socket.once('close', end).on('error', end);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut(times) {
      left += times;
    },
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
