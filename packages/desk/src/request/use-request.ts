import type { InquiryDetail } from '@passerelle/contracts';
import { useState } from 'react';
import { type DeskAct, useDeskService } from '../service/desk-service.ts';
import { useLook } from '../service/use-look.ts';
import type { Refused } from '../words/refusal.ts';

/** One request that is being worked on. */
export interface OpenRequest {
  /** As it was read last; null before. */
  detail: InquiryDetail | null;
  missing: boolean;
  missed: boolean;
  /** How it stands now, where somebody else has changed it since it was read. */
  conflict: InquiryDetail | null;
  /** Goes on with how it stands now. */
  takeCurrent: () => void;
  /** Reads how it stands after something that isn't an action of its own: files that were asked for. */
  reread: () => Promise<void>;
  /** Does something to the version that was read. Null when it was done, else why not. */
  act: (act: DeskAct, body: object) => Promise<Refused | null>;
}

/** Reads a request once and keeps what each action answers. Not read again by itself: every look is in the audit. */
export function useRequest(id: string): OpenRequest {
  const service = useDeskService();
  const { found: detail, missing, missed, put } = useLook(service.look, id);
  const [conflict, setConflict] = useState<InquiryDetail | null>(null);

  async function act(path: DeskAct, body: object): Promise<Refused | null> {
    if (detail === null) return 'failed';
    // A note changes nothing that could be written over, and so names no version.
    const sent = path === 'notes' ? body : { version: detail.version, ...body };
    try {
      const outcome = await service.act(id, path, sent);
      if (outcome.done) {
        put(outcome.detail);
        setConflict(null);
        return null;
      }
      if (outcome.code === 'changed-meanwhile') setConflict(outcome.current);
      return outcome.code;
    } catch {
      return 'failed';
    }
  }

  function takeCurrent(): void {
    if (conflict === null) return;
    put(conflict);
    setConflict(null);
  }

  async function reread(): Promise<void> {
    const found = await service.look(id).catch(() => null);
    if (found !== null) put(found);
  }

  return {
    detail,
    reread,
    missing,
    missed,
    conflict,
    takeCurrent,
    act,
  };
}
