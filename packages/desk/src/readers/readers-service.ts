import {
  type ImportPreview,
  type ImportReport,
  type ImportWish,
  importPreviewSchema,
  importReportSchema,
  PREVIEW_OCTETS,
  type ReaderEvidenceWish,
  type ReaderExportWish,
  type ReaderLifted,
  type ReaderLiftWish,
  type ReaderLook,
  type ReaderUnsubscribed,
  type ReaderUnsubscribeWish,
  readerLiftedSchema,
  readerLookSchema,
  readerUnsubscribedSchema,
} from '@passerelle/contracts';
import { useAuth } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import { type DeskFile, fileOf } from '../service/desk-file.ts';

/** The readers' service, asked over the session of the one who is signed in. What fails throws. */
export interface ReadersService {
  look(email: string): Promise<ReaderLook>;
  unsubscribe(wish: ReaderUnsubscribeWish): Promise<ReaderUnsubscribed>;
  lift(wish: ReaderLiftWish): Promise<ReaderLifted>;
  /** Null where nothing is known of the address. */
  evidence(wish: ReaderEvidenceWish): Promise<DeskFile | null>;
  exportFile(wish: ReaderExportWish): Promise<DeskFile>;
  /** What the beginning of a file shows. */
  preview(file: Blob): Promise<ImportPreview>;
  import(file: Blob, wish: ImportWish): Promise<ImportReport>;
}

const ROOT = '/passerelle/readers';
const TIMEOUT_MS = 15_000;
/** A whole table takes minutes. */
const LONG_MS = 30 * 60_000;

/** The service by `fetch`: Strapi's client reads what a POST answers as JSON alone, and sends nothing else. */
export function useReadersService(): ReadersService {
  const token = useRef<string | null>(null);
  token.current = useAuth('Readers', (auth) => auth.token);
  return useMemo(() => {
    const send = (path: string, type: string, body: BodyInit, timeout = TIMEOUT_MS) =>
      fetch(`${ROOT}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token.current}`, 'content-type': type },
        body,
        signal: AbortSignal.timeout(timeout),
      });
    const ask = (path: string, body: object, timeout?: number) =>
      send(path, 'application/json', JSON.stringify(body), timeout);
    return {
      look: async (email) => readerLookSchema.parse(await jsonOf(await ask('/look', { email }))),
      unsubscribe: async (wish) =>
        readerUnsubscribedSchema.parse(await jsonOf(await ask('/unsubscribe', wish))),
      lift: async (wish) => readerLiftedSchema.parse(await jsonOf(await ask('/lift', wish))),
      async evidence(wish) {
        const response = await ask('/evidence', wish);
        return response.status === 404 ? null : await fileIn(response);
      },
      exportFile: async (wish) => fileIn(await ask('/export', wish, LONG_MS)),
      async preview(file) {
        const start = file.slice(0, PREVIEW_OCTETS);
        return importPreviewSchema.parse(await jsonOf(await send('/import/preview', OCTETS, start)));
      },
      async import(file, wish) {
        const path = `/import?wish=${encodeURIComponent(JSON.stringify(wish))}`;
        return importReportSchema.parse(await jsonOf(await send(path, OCTETS, file, LONG_MS)));
      },
    };
  }, []);
}

const OCTETS = 'application/octet-stream';

function answered(response: Response): Response {
  if (!response.ok) throw new Error(`The readers' service answered ${response.status}`);
  return response;
}

const jsonOf = (response: Response): Promise<unknown> => answered(response).json();

async function fileIn(response: Response): Promise<DeskFile> {
  const { headers } = answered(response);
  return fileOf({ data: await response.blob(), headers }, 'lecteurs');
}
