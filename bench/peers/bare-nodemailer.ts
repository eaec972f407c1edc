import { createTransport } from 'nodemailer';

/**
 * Sends mails by a pool of Nodemailer's and nothing else: no database, no account, nothing that survives a kill.
 * Arguments: port, mails, connections. Writes the milliseconds it took.
 */
const [port, mails, connections] = process.argv.slice(2).map(Number);
if (port === undefined || mails === undefined || connections === undefined)
  throw new Error('three arguments');

const transport = createTransport({
  host: '127.0.0.1',
  port,
  secure: false,
  ignoreTLS: true,
  pool: true,
  maxConnections: connections,
});
const started = performance.now();
let next = 0;
async function work(total: number): Promise<void> {
  while (next < total) {
    const number = next;
    next += 1;
    await transport.sendMail({
      from: { name: 'Passerelle', address: 'infolettre@passerelle.example' },
      to: `visiteur-${number}@exemple.example`,
      subject: 'L’infolettre de Passerelle',
      html: `<p>${'Une nouvelle du Québec, en quelques phrases. '.repeat(200)}</p><a href="https://passerelle.example/${number}">Se désabonner</a>`,
      text: `Une nouvelle du Québec.\n\nhttps://passerelle.example/${number}\n`,
      headers: {
        'List-Unsubscribe': `<https://passerelle.example/${number}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  }
}
await Promise.all(Array.from({ length: connections }, () => work(mails)));
process.stdout.write(`${Math.round(performance.now() - started)}\n`);
transport.close();
