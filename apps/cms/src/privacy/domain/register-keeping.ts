const KEPT_YEARS = 5;

/** An entry of a register, as it is stored. */
export interface RegisterEntry {
  /** The day it counts from, `2026-11-25`; null while it isn't over. */
  from: string | null;
  /** When it was written; nobody can change that. */
  createdAt: Date;
}

/**
 * Whether an entry may be deleted: five years after the day it counts from, and after it was written, whatever day was
 * typed. For incidents that is the day they became known (Règlement sur les incidents de confidentialité, art. 8).
 */
export function mayBeDeleted({ from, createdAt }: RegisterEntry, now: Date): boolean {
  if (from === null) return false;
  return [new Date(`${from}T00:00:00Z`), createdAt].every((start) => {
    const end = new Date(start);
    end.setUTCFullYear(end.getUTCFullYear() + KEPT_YEARS);
    return end <= now;
  });
}
