import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { startSink } from '../../../tests/support/smtp-sink.ts';
import { sendTestMail } from './send-test.ts';

const privateKey = `${generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
})}`;
const settings = {
  MAIL_FROM: { name: 'Passerelle', address: 'infolettre@passerelle.example' },
  BOUNCE_EMAIL: 'retours+*@passerelle.example',
  dkim: { domain: 'passerelle.example', selector: 'p1', privateKey },
};
const mail = { to: 'essai@exemple.example', subject: 'Courriel d’essai', text: 'Rien à faire.' };

it('hands a mail over as issues are: signed, with the return path that carries a token', async () => {
  const sink = await startSink();
  expect(await sendTestMail(settings, sink.url, mail)).toEqual({ verdict: 'sent' });
  const [taken] = sink.taken;
  expect(taken?.from).toMatch(/^retours\+[\w-]{43}@passerelle\.example$/);
  expect(taken?.to).toEqual([mail.to]);
  expect(taken?.source).toMatch(/^DKIM-Signature: [\s\S]*d=passerelle\.example/m);
  sink.script.recipient = 550;
  expect(await sendTestMail(settings, sink.url, mail)).toEqual({
    verdict: 'refused',
    reason: 'EENVELOPE 550 RCPT TO',
  });
  await sink.close();
});
