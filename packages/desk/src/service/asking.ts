import { isFetchError, useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import type { z } from 'zod';
import { type DeskFile, fileOf } from './desk-file.ts';

/** How a service is asked, by paths below its own: over the session of the one who is signed in. What fails throws. */
export interface Asking {
  read<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    params?: Record<string, string>,
  ): Promise<z.output<Schema>>;
  /** Null where there is no such thing. */
  look<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.output<Schema> | null>;
  readFile(path: string, params?: Record<string, string>): Promise<DeskFile>;
  send<Schema extends z.ZodType>(schema: Schema, path: string, body: object): Promise<z.output<Schema>>;
  /** A file for a body. */
  sendForFile(path: string, body: object, timeout?: number): Promise<DeskFile>;
}

const TIMEOUT_MS = 15_000;

/** Asks over Strapi's own client, which carries the session and renews it. `fileName` is of files without a name. */
export function useAsking(root: string, fileName: string): Asking {
  const { get, post } = useFetchClient();
  const token = useRef<string | null>(null);
  token.current = useAuth('Desk', (auth) => auth.token);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the client's functions do the same at each rendering
  return useMemo(() => {
    const read: Asking['read'] = async (schema, path, params = {}) => {
      const { data } = await get(`${root}${path}`, { params, signal: AbortSignal.timeout(TIMEOUT_MS) });
      return schema.parse(data);
    };
    return {
      read,
      async look(schema, path) {
        try {
          return await read(schema, path);
        } catch (error) {
          // An address that was typed has no id that could exist: the service says 400 then.
          if (isFetchError(error) && (error.status === 404 || error.status === 400)) return null;
          throw error;
        }
      },
      readFile: async (path, params = {}) =>
        fileOf(await get(`${root}${path}`, { params, responseType: 'blob' }), fileName),
      async send(schema, path, body) {
        const { data } = await post(`${root}${path}`, body);
        return schema.parse(data);
      },
      async sendForFile(path, body, timeout = TIMEOUT_MS) {
        // Strapi's client reads what a POST answers as JSON alone.
        const response = await fetch(`${root}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token.current}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(timeout),
        });
        if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
        return fileOf({ data: await response.blob(), headers: response.headers }, fileName);
      },
    };
  }, [root, fileName]);
}
