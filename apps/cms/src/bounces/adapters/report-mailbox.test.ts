import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMailbox, type TestMailbox } from '../../../tests/support/imap-server.ts';
import { mailboxAddressOf } from '../domain/mailbox-address.ts';
import { collectMailbox } from './report-mailbox.ts';

const { signal } = new AbortController();
let mailbox: TestMailbox;
let taken: string[] = [];
let reached = 0;
const seen = async () => {
  reached += 1;
};
beforeAll(async () => {
  mailbox = await startMailbox();
});
afterAll(() => mailbox.close());

const subjectOf = (source: Uint8Array) => /^Subject: (.*)$/m.exec(Buffer.from(source).toString())?.[1] ?? '';
const mail = (subject: string) => Buffer.from(`From: a@b.example\r\nSubject: ${subject}\r\n\r\nÉtat\r\n`);
const subjectsIn = (folder: string) =>
  mailbox.folders.get(folder)?.map(({ source }) => subjectOf(source).trim());

function collect(take = async (source: Uint8Array) => void taken.push(subjectOf(source).trim())) {
  const address = mailboxAddressOf(mailbox.url);
  if (address === null) throw new Error('the address of the mailbox is none');
  return collectMailbox(address, { take, signal, reached: seen });
}

it('takes what is there in order, and moves it once it is taken', async () => {
  for (const subject of ['un', 'deux']) mailbox.deliver(mail(subject));
  await collect();
  expect(taken).toEqual(['un', 'deux']);
  expect(subjectsIn('INBOX')).toEqual([]);
  expect(subjectsIn('Passerelle')).toEqual(['un', 'deux']);
  await collect();
  expect(taken).toEqual(['un', 'deux']);
});

it('leaves what could not be stored, and the others pass it by', async () => {
  taken = [];
  for (const subject of ['trois', 'quatre']) mailbox.deliver(mail(subject));
  await expect(
    collect(async (source) => {
      if (subjectOf(source).trim() === 'trois') throw new Error('not stored');
      taken.push(subjectOf(source).trim());
    }),
  ).rejects.toThrow('not stored');
  expect(taken).toEqual(['quatre']);
  expect(subjectsIn('INBOX')).toEqual(['trois']);
});

it.each(['LOGIN', 'UID FETCH', 'UID MOVE'])(
  'goes on at the next run when the connection is lost at %s',
  async (at) => {
    taken = [];
    mailbox.deliver(mail(`perdu ${at}`));
    mailbox.cutAt = at;
    await expect(collect()).rejects.toThrow();
    await collect();
    expect(taken).toContain(`perdu ${at}`);
    expect(subjectsIn('INBOX')).toEqual([]);
    expect(subjectsIn('Passerelle')?.filter((subject) => subject === `perdu ${at}`)).toHaveLength(1);
  },
);

it('does not read a mailbox whose password is another', async () => {
  const address = mailboxAddressOf(mailbox.url.replace('mot-de-passe', 'autre'));
  if (address === null) throw new Error('the address of the mailbox is none');
  reached = 0;
  const take = async () => undefined;
  await expect(collectMailbox(address, { take, signal, reached: seen })).rejects.toThrow();
  expect(reached).toBe(0);
  await collect();
  expect(reached).toBe(1);
});
