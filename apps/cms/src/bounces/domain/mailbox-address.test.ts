import { expect, it } from 'vitest';
import { mailboxAddressOf } from './mailbox-address.ts';

it('reads where reports are', () => {
  expect(mailboxAddressOf('imaps://retours%40passerelle.example:m%2Ft@imap.passerelle.example')).toEqual({
    host: 'imap.passerelle.example',
    port: 993,
    secure: true,
    startTls: false,
    user: 'retours@passerelle.example',
    password: 'm/t',
    folder: 'INBOX',
  });
  expect(mailboxAddressOf('imap://u:p@imap.passerelle.example:1143/Retours/2026')).toMatchObject({
    port: 1143,
    secure: false,
    startTls: true,
    folder: 'Retours/2026',
  });
});

it('says a password in clear on this machine alone', () => {
  expect(mailboxAddressOf('imap://u:p@[::1]')).toMatchObject({ host: '::1', startTls: false });
  expect(mailboxAddressOf('imap://u:p@localhost.autre.example')).toMatchObject({ startTls: true });
});

it.each([
  'https://u:p@imap.passerelle.example',
  'imaps://imap.passerelle.example',
  'imaps://u@imap.passerelle.example',
  'imaps://u:p%zz@imap.passerelle.example',
  'imaps://u:p@imap.passerelle.example/INBOX?x=1',
  'retours',
])('takes %s for no address of a mailbox', (text) => {
  expect(mailboxAddressOf(text)).toBeNull();
});
