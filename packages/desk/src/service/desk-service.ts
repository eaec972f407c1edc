import {
  type DeskCounts,
  type DeskPerson,
  type DeskRefusal,
  deskCountsSchema,
  deskPeopleSchema,
  deskRefusedSchema,
  type InquiryDetail,
  type InquiryList,
  type InquiryReport,
  inquiryDetailSchema,
  inquiryListSchema,
  inquiryReportSchema,
} from '@passerelle/contracts';
import { isFetchError, useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import { z } from 'zod';

/** What came of an action; one that was refused comes with how the request stands, where that is known. */
export type Outcome =
  | { done: true; detail: InquiryDetail }
  | { done: false; code: DeskRefusal; current: InquiryDetail | null };

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
  act(id: string, act: DeskAct, body: object): Promise<Outcome>;
}

const fileSchema = z.object({ data: z.instanceof(Blob), headers: z.instanceof(Headers) });
const ROOT = '/passerelle/inquiries';
const TIMEOUT_MS = 15_000;

/** A file as the service sends it, under the name it gives. */
function fileOf(answer: unknown): DeskFile {
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
