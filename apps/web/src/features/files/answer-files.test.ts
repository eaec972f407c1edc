import type { FileAnswer, InvitationAnswer } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import type { SentFile } from '../../submissions/visitor-files.ts';
import { answerFiles } from './answer-files.ts';

const TOKEN = 'a'.repeat(43);
const OPEN: InvitationAnswer = {
  outcome: 'open',
  language: 'fr-CA',
  left: 2,
  endsAt: '2026-12-09T15:00:00.000Z',
};

/** The page, with what the CMS says. */
async function ask(
  {
    path = `/demarche/fichiers/?token=${TOKEN}`,
    form,
  }: { path?: string; form?: Record<string, string | File> },
  cms: { invitation?: InvitationAnswer | null; sent?: FileAnswer | null } = {},
) {
  const seen: SentFile[] = [];
  const url = new URL(path, 'https://passerelle.example');
  const body = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) body.append(name, value);
  const request = new Request(url, form && { method: 'POST', body });
  const files = {
    invitation: async () => (cms.invitation === undefined ? OPEN : cms.invitation),
    async send(file: SentFile) {
      seen.push(file);
      return cms.sent ?? null;
    },
    bundle: async () => null,
  };
  return { answer: await answerFiles({ request, url, locals: { files } }, 'fr-CA'), seen };
}

const proof = new File(['%PDF-1.7'], 'preuve (été).pdf', { type: 'application/pdf' });

describe('the page that takes files', () => {
  it('shows the form while the invitation is good', async () => {
    expect((await ask({})).answer).toMatchObject({
      status: 200,
      view: { kind: 'form', left: 2, received: false, fault: null },
    });
  });

  it.each([
    [`/demarche/fichiers/`, OPEN, 404, { kind: 'refused', code: 'invitation-unknown' }],
    [`/demarche/fichiers/?token=../..`, OPEN, 404, { kind: 'refused', code: 'invitation-unknown' }],
    [
      undefined,
      { outcome: 'refused', code: 'invitation-ended' } as const,
      410,
      { kind: 'refused', code: 'invitation-ended' },
    ],
    [undefined, { outcome: 'refused', code: 'too-many' } as const, 200, { kind: 'full' }],
    [undefined, null, 503, { kind: 'away' }],
  ])('says when it is not: %s %j', async (path, invitation, status, view) => {
    const { answer } = await ask(path === undefined ? {} : { path }, { invitation });
    expect(answer).toMatchObject({ status, view });
  });

  it('hands a file over and leads back, so that a reload sends nothing again', async () => {
    const { answer, seen } = await ask(
      { path: '/demarche/fichiers/', form: { token: TOKEN, file: proof } },
      { sent: { outcome: 'received', name: 'preuve (été).pdf', left: 1 } },
    );
    expect(seen.map(({ name, bytes }) => [name, bytes.length])).toEqual([['preuve (été).pdf', 8]]);
    expect(answer).toBeInstanceOf(Response);
    if (!(answer instanceof Response)) return;
    expect(answer.status).toBe(303);
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe(`/demarche/fichiers/?token=${TOKEN}&recu=1`);
    expect((await ask({ path: location })).answer).toMatchObject({ view: { kind: 'form', received: true } });
  });

  it('asks again when nothing was chosen, and when a file is not taken', async () => {
    const empty = new File([], '');
    const nothing = await ask({ form: { token: TOKEN, file: empty } });
    expect(nothing.answer).toMatchObject({ status: 422, view: { kind: 'form', fault: 'missing' } });
    expect(nothing.seen).toEqual([]);
    const macros = await ask(
      { form: { token: TOKEN, file: proof } },
      { sent: { outcome: 'refused', code: 'macros' } },
    );
    expect(macros.answer).toMatchObject({ status: 422, view: { kind: 'form', fault: 'macros' } });
  });

  it('says that nothing was kept when the CMS is away', async () => {
    const { answer } = await ask({ form: { token: TOKEN, file: proof } }, { sent: null });
    expect(answer).toMatchObject({ status: 503, retryAfter: 60, view: { kind: 'away' } });
  });
});
