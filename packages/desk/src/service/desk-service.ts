import {
  type DeskCounts,
  type DeskPerson,
  type DeskRefusal,
  type DeskView,
  type DeskViewChange,
  type DeskViewQuery,
  deskCountsSchema,
  deskPeopleSchema,
  deskRefusedSchema,
  deskViewsSchema,
  type InquiryDetail,
  type InquiryFiles,
  type InquiryList,
  type InquiryReport,
  inquiryDetailSchema,
  inquiryFilesSchema,
  inquiryListSchema,
  inquiryReportSchema,
  type Locale,
  type ReplyPreview,
  type ReplyTemplate,
  replyPreviewSchema,
  replyTemplatesSchema,
} from '@passerelle/contracts';
import { useMemo } from 'react';
import type { z } from 'zod';
import { type Asking, useAsking } from './asking.ts';
import type { DeskFile } from './desk-file.ts';
import { refusedWith } from './refused.ts';

/** What came of an action; one that was refused comes with how the request stands, where that is known. */
export type Outcome =
  | { done: true; detail: InquiryDetail }
  | { done: false; code: DeskRefusal; current: InquiryDetail | null };

/** Of a change that isn't about one request: what there is afterwards, or why it was refused. */
export type Changed<T> = { done: true; value: T } | { done: false; code: DeskRefusal };

/** What a reply says, before it is sent. */
export interface ReplyDraft {
  kind: string;
  subject: string;
  body: string;
  files: number | null;
}

/** Actions on a request, as paths below it. */
export type DeskAct = 'transition' | 'details' | 'notes' | 'replies' | 'hold' | `replies/${string}/decision`;

/** The desk's service, asked over the session of the one who is signed in. What fails throws. */
export interface DeskService {
  /** What is searched for goes in no address. */
  list(query: Record<string, string>, search: string): Promise<InquiryList>;
  /** Null where there is no such request. */
  look(id: string): Promise<InquiryDetail | null>;
  people(): Promise<DeskPerson[]>;
  counts(): Promise<DeskCounts>;
  report(query: Record<string, string>): Promise<InquiryReport>;
  reportFile(query: Record<string, string>): Promise<DeskFile>;
  /** What a filter finds, as a file; the reason is written down. */
  exportFile(wish: { reason: string }): Promise<DeskFile>;
  /** In a visitor's language. */
  templates(language: Locale): Promise<ReplyTemplate[]>;
  preview(id: string, draft: ReplyDraft): Promise<ReplyPreview>;
  views(): Promise<DeskView[]>;
  saveView(wish: { name: string; query: DeskViewQuery }): Promise<Changed<DeskView[]>>;
  changeView(id: string, wish: DeskViewChange): Promise<Changed<DeskView[]>>;
  removeView(id: string): Promise<Changed<DeskView[]>>;
  files(id: string): Promise<InquiryFiles>;
  invite(id: string, most: number): Promise<Changed<InquiryFiles>>;
  withdraw(id: string): Promise<Changed<InquiryFiles>>;
  /** A clean one; that it was had is on record. */
  download(id: string, file: string): Promise<Blob>;
  act(id: string, act: DeskAct, body: object): Promise<Outcome>;
}

const viewsSchema = deskViewsSchema.transform(({ views }) => views);

/** The desk's service, over the session. */
export function useDeskService(): DeskService {
  const asking = useAsking('/passerelle/inquiries', 'demandes.csv');
  return useMemo(() => serviceOf(asking), [asking]);
}

function serviceOf({ read, look, readFile, send, sendForFile }: Asking): DeskService {
  async function change<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    body: object,
  ): Promise<Changed<z.output<Schema>>> {
    try {
      return { done: true, value: await send(schema, path, body) };
    } catch (error) {
      return { done: false, code: refusedWith(deskRefusedSchema, error).code };
    }
  }

  return {
    list: (query, search) =>
      search === ''
        ? read(inquiryListSchema, '', query)
        : send(inquiryListSchema, '/search', { ...query, search }),
    look: (id) => look(inquiryDetailSchema, `/${encodeURIComponent(id)}`),
    people: async () => (await read(deskPeopleSchema, '/people')).people,
    counts: () => read(deskCountsSchema, '/counts'),
    report: (query) => read(inquiryReportSchema, '/report', query),
    reportFile: (query) => readFile('/report', query),
    exportFile: (wish) => sendForFile('/export', wish),
    templates: async (language) => (await read(replyTemplatesSchema, '/templates', { language })).templates,
    preview: (id, draft) => send(replyPreviewSchema, `/${id}/preview`, draft),
    views: () => read(viewsSchema, '/views'),
    saveView: (wish) => change(viewsSchema, '/views', wish),
    changeView: (id, wish) => change(viewsSchema, `/views/${id}`, wish),
    removeView: (id) => change(viewsSchema, `/views/${id}/removal`, {}),
    files: (id) => read(inquiryFilesSchema, `/${id}/files`),
    invite: (id, most) => change(inquiryFilesSchema, `/${id}/invitation`, { most }),
    withdraw: (id) => change(inquiryFilesSchema, `/${id}/invitation/withdrawal`, {}),
    download: async (id, file) => (await readFile(`/${id}/files/${file}`)).content,
    async act(id, act, body) {
      try {
        return { done: true, detail: await send(inquiryDetailSchema, `/${id}/${act}`, body) };
      } catch (error) {
        return { done: false, ...refusedWith(deskRefusedSchema, error) };
      }
    },
  };
}
