import { SMTPServer } from 'smtp-server';

/** Takes every mail and keeps none. Writes its port; the same for whoever is measured. */
const server = new SMTPServer({
  authOptional: true,
  logger: false,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _, done) {
    stream.on('end', done);
    stream.resume();
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  process.stdout.write(`${address.port}\n`);
});
