import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  FILE_MOST_BYTES,
  type FileAnswer,
  fileAnswerSchema,
  type InquiryFiles,
  inquiryDetailSchema,
  inquiryFilesSchema,
  invitationAnswerSchema,
} from '@passerelle/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAudit } from '../../src/platform/audit/audit.ts';
import { tokenWith } from '../support/accounts.ts';
import { EICAR, startClamd, type TestClamd } from '../support/clamd.ts';
import { databases } from '../support/databases.ts';
import { inquiry, inquirySettingOf, mailWhere, SECRETS, tracesOf } from '../support/inquiries.ts';
import { nightlyWork } from '../support/nightly-work.ts';
import type { TestCms } from '../support/strapi.ts';
import { docx, pdf, png, zip } from '../support/visitor-files.ts';
import { submit } from '../support/votes.ts';

const permission = (action: string) => ({ action: `api::inquiry.${action}` });

describe.each(databases)('files of visitors on $name', ({ start }) => {
  let cms: TestCms;
  let clamd: TestClamd;
  let agent: string;
  let reader: string;
  beforeAll(async () => {
    clamd = await startClamd();
    cms = await start({ environment: { CLAMD_URL: clamd.url } });
    agent = await tokenWith(cms, [permission('read'), permission('work')]);
    reader = await tokenWith(cms, [permission('read')]);
  });
  afterAll(async () => {
    await cms.stop();
    await clamd.stop();
  });

  const idSchema = z.object({ id: z.string() });
  const folder = () => join(cms.folder, 'cms/files');
  const stored = () => {
    try {
      return readdirSync(folder());
    } catch {
      return [];
    }
  };

  /** An inquiry whose visitor was invited: its id, its reference, and the secret of the mail. */
  async function invited(most = 5) {
    const [answer] = await submit(cms, [inquiry()]);
    const reference = z.string().parse(answer?.outcome === 'accepted' ? answer.reference : undefined);
    const row = await cms.strapi.db.connection('passerelle_inquiries').where({ reference }).first('id');
    const { id } = idSchema.parse(row);
    const response = await cms.post(`/passerelle/inquiries/${id}/invitation`, { most }, agent);
    expect(response.status).toBe(200);
    return { id, reference, token: await mailedToken(reference) };
  }
  async function mailedToken(reference: string, not = ''): Promise<string> {
    const mail = await mailWhere(
      cms,
      ({ template, text }) =>
        template === 'inquiry-files' && text.includes(reference) && (not === '' || !text.includes(not)),
    );
    expect(mail.to.address).toBe(SECRETS.email);
    return z.string().parse(/\/demarche\/fichiers\/\?token=([\w-]{43})/.exec(mail.text)?.[1]);
  }
  async function send(
    token: string,
    content: Buffer | ReadableStream,
    { name = 'Preuve.pdf', as = cms.submitToken }: { name?: string; as?: string } = {},
  ): Promise<Response> {
    return fetch(`${cms.address}/api/inquiry-files`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${as}`,
        'content-type': 'application/octet-stream',
        'x-invitation': token,
        'x-file-name': encodeURIComponent(name),
      },
      body: content instanceof ReadableStream ? content : new Uint8Array(content),
      ...(content instanceof ReadableStream && { duplex: 'half' }),
    });
  }
  async function sent(...parameters: Parameters<typeof send>): Promise<FileAnswer> {
    const response = await send(...parameters);
    const answer: unknown = await response.json();
    expect(response.status, JSON.stringify(answer)).toBe(200);
    return fileAnswerSchema.parse(answer);
  }
  async function filesOf(id: string, token = reader): Promise<InquiryFiles> {
    const response = await cms.get(`/passerelle/inquiries/${id}/files`, token);
    expect(response.status).toBe(200);
    return inquiryFilesSchema.parse(await response.json());
  }
  async function settled(id: string): Promise<InquiryFiles> {
    for (const end = Date.now() + 30_000; Date.now() < end; await pause(150)) {
      const found = await filesOf(id);
      if (found.files.every(({ state }) => state !== 'held')) return found;
    }
    throw new Error('a file was held for half a minute');
  }
  const download = (id: string, file: string, token = reader) =>
    cms.get(`/passerelle/inquiries/${id}/files/${file}`, token);
  const actionsOn = async (reference: string) =>
    (await readAudit(cms.strapi.db.connection, `inquiry/${reference}`)).map(({ action }) => action);

  it('come on invitation, are scanned, and go out as bytes that can do nothing', async () => {
    const { id, reference, token } = await invited();
    const content = pdf('Canarifichier, 12 rue Inventée');
    const answer = await sent(token, content, { name: '../Mon permis canarifère (été).PDF.exe' });
    expect(answer).toEqual({ outcome: 'received', name: 'Mon permis canarifère (été).pdf', left: 4 });
    const { files, invitations, scanner } = await settled(id);
    expect(scanner).toBe(true);
    expect(invitations).toMatchObject([{ most: 5, received: 1 }]);
    expect(files).toMatchObject([{ kind: 'pdf', state: 'clean', bytes: content.length }]);
    const file = files[0]?.id ?? '';
    const response = await download(id, file);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await actionsOn(reference)).toEqual(
      expect.arrayContaining([
        'files-invited',
        'file-received',
        'file-clean',
        'files-listed',
        'file-downloaded',
      ]),
    );
    const detail = await cms.get(`/passerelle/inquiries/${id}`, reader);
    const { events } = inquiryDetailSchema.parse(await detail.json());
    expect(events.map(({ kind }) => kind)).toEqual([
      'received',
      'files-invited',
      'file-received',
      'file-clean',
      'file-downloaded',
    ]);
    // Neither the name, nor the content, nor the secret.
    expect(await tracesOf(cms, ['canarifère', 'Canarifichier', token])).toEqual([]);
    expect(readFileSync(join(folder(), file)).includes('Canarifichier')).toBe(false);
  });

  it('don’t come any more once what was asked for is withdrawn', async () => {
    const { id, reference, token } = await invited();
    const path = `/passerelle/inquiries/${id}/invitation/withdrawal`;
    expect((await cms.post(path, {}, reader)).status).toBe(403);
    const withdrawn = await cms.post(path, {}, agent);
    const [invitation] = inquiryFilesSchema.parse(await withdrawn.json()).invitations;
    expect(Date.parse(invitation?.endsAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(await sent(token, png())).toEqual({ outcome: 'refused', code: 'invitation-ended' });
    await cms.post(path, {}, agent);
    expect((await actionsOn(reference)).filter((action) => action === 'files-withdrawn')).toHaveLength(1);
  });

  it('are destroyed when they are infected', async () => {
    const { id, reference, token } = await invited();
    expect((await sent(token, pdf(EICAR))).outcome).toBe('received');
    const { files } = await settled(id);
    expect(files).toMatchObject([{ state: 'refused' }]);
    const file = files[0]?.id ?? '';
    for (const end = Date.now() + 5_000; stored().includes(file) && Date.now() < end; ) await pause(50);
    expect(stored()).not.toContain(file);
    expect((await download(id, file)).status).toBe(404);
    expect(await actionsOn(reference)).toContain('file-destroyed');
  });

  it('are held while the scanner is away, and looked at when it is back', async () => {
    const { id, token } = await invited();
    const port = Number(new URL(clamd.url.replace('tcp', 'http')).port);
    await clamd.stop();
    await sent(token, png(), { name: 'photo.png' });
    await pause(1_500);
    const { files, scanner } = await filesOf(id);
    expect(scanner).toBe(false);
    expect(files).toMatchObject([{ state: 'held', kind: 'png' }]);
    expect((await download(id, files[0]?.id ?? '')).status).toBe(404);
    clamd = await startClamd(port);
    await sent(token, pdf());
    expect((await settled(id)).files.map(({ state }) => state)).toEqual(['clean', 'clean']);
  });

  it('are told by their content, whatever they are called', async () => {
    const { id, token } = await invited();
    const external =
      '<Relationship Type="x/attachedTemplate" Target="https://exemple.example" TargetMode="External"/>';
    const refused: [string, Buffer][] = [
      ['kind', Buffer.from(`MZ${'\0'.repeat(200)}`)],
      ['kind', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['kind', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['kind', Buffer.from('du texte')],
      ['kind', zip({ 'a.pdf': pdf() })],
      ['macros', docx({ 'word/vbaProject.bin': 'x' })],
      ['macros', docx({}, 'application/vnd.ms-word.document.macroEnabled.main+xml; wordprocessingml')],
      ['macros', docx({ 'word/_rels/settings.xml.rels': external })],
      ['archive', docx({ 'word/media/a.png': Buffer.alloc(101 * 1024 * 1024) })],
      ['archive', docx(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`word/${n}`, 'x'])))],
      ['archive', zip({ '[Content_Types].xml': 'x', 'word/document.xml': 'y'.repeat(500) }, { lie: 1 })],
      ['archive', docx({ '../../evil': 'x' })],
      ['archive', docx().subarray(0, 200)],
      ['empty', Buffer.alloc(0)],
      ['too-large', Buffer.concat([pdf(), Buffer.alloc(FILE_MOST_BYTES)])],
    ];
    for (const [code, content] of refused)
      expect(await sent(token, content)).toEqual({ outcome: 'refused', code });
    expect(await sent(token, docx(), { name: 'lettre.docx' })).toMatchObject({
      outcome: 'received',
      left: 4,
    });
    expect((await settled(id)).files).toMatchObject([{ kind: 'docx', name: 'lettre.docx' }]);
  });

  it('are counted while they are read, whatever length was announced', async () => {
    const { token } = await invited();
    const chunk = new Uint8Array(1024 * 1024);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        if (pulled > 200) controller.close();
        else controller.enqueue(chunk);
      },
    });
    // The answer may be lost with the connection that the CMS closes.
    const answer = await sent(token, endless).catch(() => null);
    if (answer !== null) expect(answer).toEqual({ outcome: 'refused', code: 'too-large' });
    expect(pulled).toBeLessThan(100);
  });

  it('come as many as were asked for, also at once', async () => {
    const { id, token } = await invited(3);
    const answers = await Promise.all(Array.from({ length: 8 }, () => sent(token, pdf())));
    expect(answers.filter(({ outcome }) => outcome === 'received')).toHaveLength(3);
    expect(await sent(token, pdf())).toEqual({ outcome: 'refused', code: 'too-many' });
    expect((await settled(id)).files).toHaveLength(3);
  });

  it('come on a good invitation alone', async () => {
    const { id, reference, token } = await invited();
    const look = async (secret: string) => {
      const response = await fetch(`${cms.address}/api/inquiry-files/invitation`, {
        headers: { authorization: `Bearer ${cms.submitToken}`, 'x-invitation': secret },
      });
      return invitationAnswerSchema.parse(await response.json());
    };
    expect(await look(token)).toMatchObject({ outcome: 'open', left: 5, language: 'fr-CA' });
    const unknown = { outcome: 'refused', code: 'invitation-unknown' };
    const ended = { outcome: 'refused', code: 'invitation-ended' };
    expect(await look('x'.repeat(43))).toEqual(unknown);
    expect(await sent('x'.repeat(43), pdf())).toEqual(unknown);
    expect((await send('court', pdf())).status).toBe(400);
    // A second one ends the first.
    expect((await cms.post(`/passerelle/inquiries/${id}/invitation`, {}, agent)).status).toBe(200);
    const second = await mailedToken(reference, token);
    expect(await sent(token, pdf())).toEqual(ended);
    expect((await sent(second, pdf())).outcome).toBe('received');
    await cms.strapi.db
      .connection('passerelle_inquiry_invitations')
      .where({ inquiry: id })
      .update({ ends_at: Date.now() - 1 });
    expect(await look(second)).toEqual(ended);
    expect(await sent(second, pdf())).toEqual(ended);
  });

  it('are nobody’s who may not', async () => {
    const { id, token } = await invited();
    await sent(token, pdf());
    const file = (await settled(id)).files[0]?.id ?? '';
    const editor = await tokenWith(cms, []);
    for (const path of ['files', `files/${file}`]) {
      const url = `/passerelle/inquiries/${id}/${path}`;
      expect((await cms.get(url, editor)).status).toBe(403);
      for (const bearer of [undefined, cms.submitToken, cms.siteToken]) {
        expect((await cms.get(url, bearer)).status).toBe(401);
      }
    }
    expect((await cms.post(`/passerelle/inquiries/${id}/invitation`, {}, reader)).status).toBe(403);
    expect((await send(token, pdf(), { as: cms.siteToken })).status).toBe(403);
    expect((await cms.get(`/uploads/${file}`)).status).toBe(404);
    // Of another inquiry it is no file.
    const other = await invited();
    expect((await download(other.id, file)).status).toBe(404);
  });

  it('go with their inquiry', async () => {
    const { id, token } = await invited();
    await sent(token, pdf());
    const file = (await settled(id)).files[0]?.id ?? '';
    const { connection } = cms.strapi.db;
    await connection('passerelle_inquiries').where({ id }).update({ status: 'spam', changed_at: 1 });
    const working = nightlyWork(cms);
    await working.purge(inquirySettingOf(cms.strapi));
    expect(await connection('passerelle_inquiry_files').where({ inquiry: id })).toEqual([]);
    expect(await connection('passerelle_inquiry_invitations').where({ inquiry: id })).toEqual([]);
    expect(stored()).toContain(file);
    const kept = stored().length;
    await working.sweep(new Date(Date.now() + 2 * 3_600_000));
    expect(stored()).not.toContain(file);
    // What others have sent is still there.
    expect(stored().length).toBe(kept - 1);
  });
});
