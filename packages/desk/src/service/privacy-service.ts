import {
  type BundleFormat,
  type CloseRequestBody,
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
import { useMemo } from 'react';
import type { z } from 'zod';
import { type Asking, useAsking } from './asking.ts';
import type { DeskFile } from './desk-file.ts';
import { refusedWith } from './refused.ts';

/** The register of requests of persons, asked over the session of the one who is signed in. What fails throws. */
export interface PrivacyService {
  list(status: PersonRequestStatus | null): Promise<RegisteredRequest[]>;
  counts(): Promise<RequestCounts>;
  certificates(): Promise<ErasureCertificate[]>;
  /** Null where there is no such request. On record. */
  look(id: string): Promise<RequestDetail | null>;
  /** On record. */
  found(id: string): Promise<RequestFindings>;
  close(id: string, wish: CloseRequestBody): Promise<RequestDetail | PrivacyRefusal>;
  extend(id: string, wish: { until: string; reason: string }): Promise<RequestDetail | PrivacyRefusal>;
  erase(id: string, reason: string): Promise<ErasureCertificate | PrivacyRefusal>;
  /** Everything that is kept of whoever made a request; the reason is written down. */
  bundle(id: string, wish: { format: BundleFormat; words: 'fr' | 'en'; reason: string }): Promise<DeskFile>;
}

/** Files of ten megabytes each are decrypted for it. */
const BUNDLE_TIMEOUT_MS = 180_000;

/** The register, over the session. */
export function usePrivacyService(): PrivacyService {
  const asking = useAsking('/passerelle/privacy', 'renseignements-personnels');
  return useMemo(() => serviceOf(asking), [asking]);
}

function serviceOf({ read, look, send, sendForFile }: Asking): PrivacyService {
  async function act<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    body: object,
  ): Promise<z.output<Schema> | PrivacyRefusal> {
    try {
      return await send(schema, path, body);
    } catch (error) {
      return refusedWith(privacyRefusedSchema, error).code;
    }
  }

  return {
    list: async (status) =>
      (await read(requestListSchema, '/requests', status === null ? {} : { status })).requests,
    counts: () => read(requestCountsSchema, '/counts'),
    certificates: async () => (await read(certificateListSchema, '/certificates')).certificates,
    look: (id) => look(requestDetailSchema, `/requests/${encodeURIComponent(id)}`),
    found: (id) => read(requestFindingsSchema, `/requests/${id}/found`),
    close: (id, wish) => act(requestDetailSchema, `/requests/${id}/close`, wish),
    extend: (id, wish) => act(requestDetailSchema, `/requests/${id}/extend`, wish),
    erase: (request, reason) => act(erasureCertificateSchema, '/erase', { subject: { request }, reason }),
    bundle: (request, wish) => sendForFile('/bundle', { subject: { request }, ...wish }, BUNDLE_TIMEOUT_MS),
  };
}
