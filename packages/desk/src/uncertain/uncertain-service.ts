import {
  type UncertainIssues,
  type UncertainRequest,
  uncertainDoneSchema,
  uncertainIssuesSchema,
} from '@passerelle/contracts';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';

/** Mails of which nobody knows, asked for over the session of the one who is signed in. What fails throws. */
export interface UncertainService {
  list(): Promise<UncertainIssues>;
  /** About how many mails it was decided; null when none of them is uncertain any more. */
  decide(issue: string, request: UncertainRequest): Promise<number | null>;
}

const ROOT = '/passerelle/newsletter/uncertain';
const TIMEOUT_MS = 15_000;

export function useUncertainService(): UncertainService {
  const { get, post } = useFetchClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the client's functions do the same at each rendering
  return useMemo(
    () => ({
      async list() {
        const { data } = await get(ROOT, { signal: AbortSignal.timeout(TIMEOUT_MS) });
        return uncertainIssuesSchema.parse(data);
      },
      async decide(issue, request) {
        try {
          const { data } = await post(`${ROOT}/${encodeURIComponent(issue)}`, request);
          return uncertainDoneSchema.parse(data).mails;
        } catch (error) {
          if (isFetchError(error) && error.status === 409) return null;
          throw error;
        }
      },
    }),
    [],
  );
}
