import {
  type BundleFormat,
  certificateListSchema,
  type ErasureCertificate,
  erasureCertificateSchema,
  type PersonRequestStatus,
  type PrivacyRefusal,
  privacyRefusedSchema,
  type RegisteredRequest,
  type RequestCounts,
  type RequestDetail,
  type RequestFindings,
  requestCountsSchema,
  requestDetailSchema,
  requestFindingsSchema,
  requestListSchema,
} from '@passerelle/contracts';
import { isFetchError, useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import type { z } from 'zod';
import { type DeskFile, fileOf } from './desk-service.ts';

/** The register of requests of persons, asked over the session of the one who is signed in. What fails throws. */
export interface PrivacyService {
  list(status: PersonRequestStatus | null): Promise<RegisteredRequest[]>;
  counts(): Promise<RequestCounts>;
  certificates(): Promise<ErasureCertificate[]>;
  /** Null where there is no such request. On record. */
  look(id: string): Promise<RequestDetail | null>;
  /** On record. */
  found(id: string): Promise<RequestFindings>;
  close(
    id: string,
    wish: { outcome: 'done' | 'refused'; reason: string },
  ): Promise<RequestDetail | PrivacyRefusal>;
  extend(id: string, wish: { until: string; reason: string }): Promise<RequestDetail | PrivacyRefusal>;
  erase(id: string, reason: string): Promise<ErasureCertificate | PrivacyRefusal>;
  /** Everything that is kept of whoever made a request; the reason is written down. */
  bundle(id: string, wish: { format: BundleFormat; words: 'fr' | 'en'; reason: string }): Promise<DeskFile>;
}

const ROOT = '/passerelle/privacy';
const TIMEOUT_MS = 15_000;
/** Files of ten megabytes each are decrypted for it. */
const BUNDLE_TIMEOUT_MS = 180_000;

/** The service over Strapi's own client, which carries the session and renews it. */
export function usePrivacyService(): PrivacyService {
  const { get, post } = useFetchClient();
  const token = useRef<string | null>(null);
  token.current = useAuth('Register', (auth) => auth.token);
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
    const act = async <Schema extends z.ZodType>(
      schema: Schema,
      path: string,
      body: object,
    ): Promise<z.output<Schema> | PrivacyRefusal> => {
      try {
        const { data } = await post(`${ROOT}${path}`, body);
        return schema.parse(data);
      } catch (error) {
        const refused = privacyRefusedSchema.safeParse(
          isFetchError(error) ? error.response?.data : undefined,
        );
        if (refused.success) return refused.data.error.details.code;
        throw error;
      }
    };
    return {
      list: async (status) =>
        (await read(requestListSchema, '/requests', status === null ? {} : { status })).requests,
      counts: () => read(requestCountsSchema, '/counts'),
      certificates: async () => (await read(certificateListSchema, '/certificates')).certificates,
      async look(id) {
        try {
          return await read(requestDetailSchema, `/requests/${encodeURIComponent(id)}`);
        } catch (error) {
          // An address that was typed has no id that could exist: the service says 400 then.
          if (isFetchError(error) && (error.status === 404 || error.status === 400)) return null;
          throw error;
        }
      },
      found: (id) => read(requestFindingsSchema, `/requests/${id}/found`),
      close: (id, wish) => act(requestDetailSchema, `/requests/${id}/close`, wish),
      extend: (id, wish) => act(requestDetailSchema, `/requests/${id}/extend`, wish),
      erase: (request, reason) => act(erasureCertificateSchema, '/erase', { subject: { request }, reason }),
      async bundle(request, wish) {
        // Strapi's client reads what a POST answers as JSON alone.
        const response = await fetch(`${ROOT}/bundle`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token.current}`, 'content-type': 'application/json' },
          body: JSON.stringify({ subject: { request }, ...wish }),
          signal: AbortSignal.timeout(BUNDLE_TIMEOUT_MS),
        });
        if (!response.ok) throw new Error(`The bundle was answered with ${response.status}`);
        return fileOf({ data: await response.blob(), headers: response.headers });
      },
    };
  }, []);
}
