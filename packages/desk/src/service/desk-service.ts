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
import { isFetchError, useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import { z } from 'zod';

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

export interface DeskFile {
  name: string;
  content: Blob;
}

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

const fileSchema = z.object({ data: z.instanceof(Blob), headers: z.instanceof(Headers) });
const ROOT = '/passerelle/inquiries';
const TIMEOUT_MS = 15_000;

/** A file as the service sends it, under the name it gives. */
export function fileOf(answer: unknown): DeskFile {
  const { data, headers } = fileSchema.parse(answer);
  const name = /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? 'demandes.csv', content: data };
}

/** The service over Strapi's own client, which carries the session and renews it. */
export function useDeskService(): DeskService {
  const { get, post } = useFetchClient();
  const token = useRef<string | null>(null);
  token.current = useAuth('Desk', (auth) => auth.token);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the client's functions do the same at each rendering
  return useMemo(() => {
    const read = async <Schema extends z.ZodType>(
      schema: Schema,
      path: string,
      params: Record<string, string> = {},
    ): Promise<z.output<Schema>> => {
      const { data } = await get(`${ROOT}${path}`, { params, signal: AbortSignal.timeout(TIMEOUT_MS) });
      return schema.parse(data);
    };
    const change = async <Schema extends z.ZodType>(
      schema: Schema,
      path: string,
      body: object,
    ): Promise<Changed<z.output<Schema>>> => {
      try {
        const { data } = await post(`${ROOT}${path}`, body);
        return { done: true, value: schema.parse(data) };
      } catch (error) {
        const refused = deskRefusedSchema.safeParse(isFetchError(error) ? error.response?.data : undefined);
        if (refused.success) return { done: false, code: refused.data.error.details.code };
        throw error;
      }
    };
    const viewsSchema = deskViewsSchema.transform(({ views }) => views);
    return {
      async list(query, search) {
        if (search === '') return read(inquiryListSchema, '', query);
        const { data } = await post(`${ROOT}/search`, { ...query, search });
        return inquiryListSchema.parse(data);
      },
      async look(id) {
        try {
          return await read(inquiryDetailSchema, `/${encodeURIComponent(id)}`);
        } catch (error) {
          // An address that was typed has no id that could exist: the service says 400 then.
          if (isFetchError(error) && (error.status === 404 || error.status === 400)) return null;
          throw error;
        }
      },
      people: async () => (await read(deskPeopleSchema, '/people')).people,
      counts: () => read(deskCountsSchema, '/counts'),
      report: (query) => read(inquiryReportSchema, '/report', query),
      async reportFile(query) {
        return fileOf(await get(`${ROOT}/report`, { params: query, responseType: 'blob' }));
      },
      async exportFile(wish) {
        // Strapi's client reads what a POST answers as JSON alone.
        const response = await fetch(`${ROOT}/export`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token.current}`, 'content-type': 'application/json' },
          body: JSON.stringify(wish),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (!response.ok) throw new Error(`The export was answered with ${response.status}`);
        return fileOf({ data: await response.blob(), headers: response.headers });
      },
      templates: async (language) => (await read(replyTemplatesSchema, '/templates', { language })).templates,
      async preview(id, draft) {
        const { data } = await post(`${ROOT}/${id}/preview`, draft);
        return replyPreviewSchema.parse(data);
      },
      views: () => read(viewsSchema, '/views'),
      saveView: (wish) => change(viewsSchema, '/views', wish),
      changeView: (id, wish) => change(viewsSchema, `/views/${id}`, wish),
      removeView: (id) => change(viewsSchema, `/views/${id}/removal`, {}),
      files: (id) => read(inquiryFilesSchema, `/${id}/files`),
      invite: (id, most) => change(inquiryFilesSchema, `/${id}/invitation`, { most }),
      withdraw: (id) => change(inquiryFilesSchema, `/${id}/invitation/withdrawal`, {}),
      async download(id, file) {
        const { data } = await get(`${ROOT}/${id}/files/${file}`, { responseType: 'blob' });
        return z.instanceof(Blob).parse(data);
      },
      async act(id, act, body) {
        try {
          const { data } = await post(`${ROOT}/${id}/${act}`, body);
          return { done: true, detail: inquiryDetailSchema.parse(data) };
        } catch (error) {
          const refused = deskRefusedSchema.safeParse(isFetchError(error) ? error.response?.data : undefined);
          if (refused.success) return { done: false, ...refused.data.error.details };
          throw error;
        }
      },
    };
  }, []);
}
