/** A draft as it is read. */
export interface OpenDraft {
  /** Names the draft without opening it. */
  id: string;
  /** As it was written: the reader's own schema says what it is. */
  content: unknown;
}

/**
 * Why a draft isn't written. `lost`: there is none, or it has expired. `too-many`: many were begun from the same
 * network. `unavailable`: the disk can't take it; what was there before is still there.
 */
export type DraftRefusal = 'lost' | 'too-large' | 'too-many' | 'unavailable';

/** What came of writing a draft; `cookie` is the value by which the visitor's browser finds it again. */
export type Kept = { outcome: 'kept'; cookie: string } | { outcome: 'refused'; code: DraftRefusal };

/** What came of making a link; `token` is the secret to be mailed, 256 bits, base64url. */
export type Linked = { outcome: 'kept'; token: string } | { outcome: 'refused'; code: DraftRefusal };

/**
 * What visitors have filled in and not sent yet; opened on `Astro.locals.drafts`.
 *
 * The server keeps ciphertext alone: the key is in the cookie and nowhere else. `lifeS` is for how long a draft is
 * kept from now on, in seconds.
 */
export interface Drafts {
  /** Null without a cookie of ours, or when the draft is gone; `unavailable` when the file can't be read. */
  read(cookie: string | undefined): OpenDraft | 'unavailable' | null;
  /** @param address the visitor's, to count drafts begun from one network; neither stored nor logged. */
  begin(content: unknown, address: string, lifeS: number): Promise<Kept>;
  /**
   * Writes what `change` makes of the draft as it is now. Nothing else is written in between, whichever process
   * writes: who changes one field leaves the others as another tab has just left them.
   */
  change(cookie: string | undefined, change: (content: unknown) => unknown, lifeS: number): Kept;
  /** Erases the draft, if there is one. @returns whether there is none any more: false when the disk can't be written */
  erase(cookie: string | undefined): boolean;
  /**
   * Makes the link by which whoever is mailed it opens the draft, for `lifeS` and no longer than the draft is kept. A
   * draft has one: an earlier one leads nowhere. Asked for again on the same occasion, it is the same.
   */
  link(cookie: string | undefined, occasion: string, lifeS: number): Linked;
  /** Id of the draft that a link leads to, null without one; `unavailable` when the file can't be read. Nothing is written. */
  linked(token: string): Pick<OpenDraft, 'id'> | 'unavailable' | null;
  /**
   * Opens a draft by its link, under a new cookie: the one before no longer opens it, so a draft is in one person's
   * hands. The link stays good. `lost` when it leads to none.
   */
  openLinked(token: string): Kept;
}
