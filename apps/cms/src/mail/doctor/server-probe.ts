import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { serverOf } from '../../platform/mailer/adapters/smtp-pool.ts';

/** How a mail server answered. */
export type ServerAnswer = 'ready' | 'in-clear' | 'unreachable' | 'refuses-password';

/** Asks a server, without a mail. @param url as for `createSmtpPool` */
export type ProbeServer = (url: string) => Promise<ServerAnswer>;

const PATIENCE_MS = 10_000;

/** Connects, encrypts where that is to be had, signs in where there is a password, and goes. */
export const probeServer: ProbeServer = (url) => {
  const server = serverOf(url);
  const connection = new SMTPConnection({
    ...server,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  return new Promise((resolve) => {
    const end = (answer: ServerAnswer) => {
      connection.close();
      resolve(answer);
    };
    connection.once('error', () => end('unreachable'));
    connection.connect((error) => {
      if (error) return end('unreachable');
      const encrypted = connection.secure ? 'ready' : 'in-clear';
      if (!('auth' in server)) return end(encrypted);
      connection.login(server.auth, (refused) => end(refused ? 'refuses-password' : encrypted));
    });
  });
};
