import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/**
 * What the server does at a step: goes on; answers with a reply of that number; cuts the connection; says nothing
 * more. `take and drop` cuts it when it has the mail and should have said so.
 */
export type Reaction = 'accept' | 'drop' | 'hang' | 'take and drop' | number;

/** What the server does at each step; `accept` unless told otherwise. */
export interface SinkScript {
  /** Before its greeting. */
  connect?: Reaction;
  recipient?: Reaction;
  /** At the first bytes of the content. */
  content?: Reaction;
  /** At the end of the content. */
  end?: Reaction;
}

/** A mail server on 127.0.0.1 that does what it is told to. */
export interface SmtpSink {
  port: number;
  url: string;
  /** May be changed at any time. */
  script: SinkScript;
  /** Mails it has taken: headers and content as they came. */
  taken: { from: string; to: string[]; source: string }[];
  /** How often each step was reached. */
  seen: { connect: number; recipient: number; content: number; end: number };
  close(): Promise<void>;
}

export async function startSink(
  script: SinkScript = {},
  { port = 0, ...options }: SMTPServerOptions & { port?: number } = {},
): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onConnect: (_, done) => step('connect', done),
    onRcptTo: (_, __, done) => step('recipient', done),
    onData(stream, session, done) {
      stream.once('readable', () => step('content', () => undefined));
      text(stream).then((source) => {
        const { content = 'accept', end = 'accept' } = sink.script;
        if (content !== 'accept') return;
        if (end === 'accept' || end === 'take and drop') {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          sink.taken.push({ from, to: rcptTo.map(({ address }) => address), source });
        }
        step('end', done);
      }, done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  function step(name: keyof SinkScript, done: (error?: Error) => void): void {
    sink.seen[name] += 1;
    const reaction = sink.script[name] ?? 'accept';
    if (reaction === 'accept') done();
    // A real server repeats the address here; nobody may keep that.
    else if (typeof reaction === 'number') {
      done(
        Object.assign(new Error('<marie-secrete@exemple.example> is not wanted'), { responseCode: reaction }),
      );
    } else if (reaction !== 'hang') cut();
  }
  function cut(): void {
    for (const socket of sockets) socket.destroy();
  }

  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: given } = server.server.address() as AddressInfo;
  const sink: SmtpSink = {
    port: given,
    url: `smtp://127.0.0.1:${given}`,
    script,
    taken: [],
    seen: { connect: 0, recipient: 0, content: 0, end: 0 },
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return sink;
}
