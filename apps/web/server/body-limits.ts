import { FILE_MOST_BYTES, isInquiryFilesPath } from '@passerelle/contracts';

/** How much of a request's body is read, and for how long. */
export interface BodyLimits {
  bytes: number;
  withinMs: number;
  /** Whether it may be a file, of which few are held in memory at a time. */
  isFile: boolean;
}

/** Ten megabytes by a slow line (half a megabit a second) take nearly three minutes. */
export const LONGEST_MS = 180_000;

const FORM: BodyLimits = { bytes: 64 * 1024, withinMs: 15_000, isFile: false };
/** A file in a form, with the form's own few fields. */
const FILE: BodyLimits = { bytes: FILE_MOST_BYTES + 64 * 1024, withinMs: LONGEST_MS, isFile: true };

/** Files that are read at the same time by one process: some sixty megabytes of memory at most. */
const AT_ONCE = 6;

/**
 * What is read of a body that is sent to an address.
 *
 * @param target path and query as they were sent.
 */
export function bodyLimits(target: string): BodyLimits {
  return isInquiryFilesPath(target.split('?', 1)[0] ?? '') ? FILE : FORM;
}

/** Lets so many do something at a time: gives what ends one's turn, or null when it isn't one's turn. */
export function createTurns(most = AT_ONCE): () => (() => void) | null {
  let taken = 0;
  return () => {
    if (taken >= most) return null;
    taken += 1;
    return () => {
      taken -= 1;
    };
  };
}
