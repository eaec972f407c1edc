import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A mailbox on 127.0.0.1: as much of IMAP (RFC 3501, RFC 6851) as is asked of it, over a real connection. */
export interface TestMailbox {
  /** `imap://user:password@127.0.0.1:port/INBOX` */
  url: string;
  /** Mails by folder, in the order in which they came. */
  folders: Map<string, { uid: number; source: Buffer }[]>;
  /** Connections it has taken. */
  connections: number;
  /** Cuts the connection once, instead of answering the next command that begins so. */
  cutAt: string | null;
  deliver(source: Buffer): void;
  close(): Promise<void>;
}

const USER = 'retours';
const PASSWORD = 'mot-de-passe';

export async function startMailbox(): Promise<TestMailbox> {
  const sockets = new Set<Socket>();
  let nextUid = 1;
  const mailbox: TestMailbox = {
    url: '',
    folders: new Map([['INBOX', []]]),
    connections: 0,
    cutAt: null,
    deliver(source) {
      folder('INBOX').push({ uid: nextUid, source });
      nextUid += 1;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };

  function folder(name: string) {
    const found = mailbox.folders.get(name);
    if (found === undefined) throw new Error(`no folder ${name}`);
    return found;
  }

  const server = createServer((socket) => {
    mailbox.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    let selected = 'INBOX';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('* OK ready');
    createInterface({ input: socket }).on('line', (line) => {
      const [, tag = '*', command = '', rest = ''] = /^(\S+) (UID \S+|\S+) ?(.*)$/.exec(line) ?? [];
      if (mailbox.cutAt !== null && command === mailbox.cutAt) {
        mailbox.cutAt = null;
        socket.destroy();
        return;
      }
      const ok = () => say(`${tag} OK done`);
      const words = rest.split(' ').map((word) => word.replace(/^"|"$/g, ''));
      const [first = '', second = ''] = words;
      switch (command) {
        case 'CAPABILITY':
          say('* CAPABILITY IMAP4rev1 MOVE');
          return ok();
        case 'LOGIN':
          return first === USER && second === PASSWORD
            ? ok()
            : say(`${tag} NO [AUTHENTICATIONFAILED] not you`);
        case 'LIST':
        case 'LSUB':
          if (second === '') say(`* ${command} (\\Noselect) "/" ""`);
          for (const name of second === '*' ? mailbox.folders.keys() : [])
            say(`* ${command} () "/" "${name}"`);
          return ok();
        case 'CREATE':
          mailbox.folders.set(first, []);
          return ok();
        case 'SELECT':
          selected = first;
          say(`* ${folder(selected).length} EXISTS`);
          say('* OK [UIDVALIDITY 1] ok');
          say(`* OK [UIDNEXT ${nextUid}] ok`);
          return say(`${tag} OK [READ-WRITE] selected`);
        case 'UID SEARCH':
          say(
            `* SEARCH ${folder(selected)
              .map(({ uid }) => uid)
              .join(' ')}`.trimEnd(),
          );
          return ok();
        case 'UID FETCH': {
          const place = folder(selected).findIndex(({ uid }) => uid === Number(first));
          const mail = folder(selected)[place];
          if (mail !== undefined) {
            socket.write(`* ${place + 1} FETCH (UID ${mail.uid} BODY[]<0> {${mail.source.length}}\r\n`);
            socket.write(mail.source);
            say(')');
          }
          return ok();
        }
        case 'UID MOVE': {
          const place = folder(selected).findIndex(({ uid }) => uid === Number(first));
          folder(second).push(...folder(selected).splice(place, 1));
          say(`* ${place + 1} EXPUNGE`);
          return ok();
        }
        case 'LOGOUT':
          say('* BYE');
          ok();
          return void socket.end();
        default:
          return ok();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  mailbox.url = `imap://${USER}:${PASSWORD}@127.0.0.1:${port}/INBOX`;
  return mailbox;
}
