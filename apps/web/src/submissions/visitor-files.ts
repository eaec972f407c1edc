import type { FileAnswer, InvitationAnswer } from '@passerelle/contracts';

/** A file that a visitor was asked for. */
export interface SentFile {
  /** The secret of the invitation. */
  token: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What the pages that take files and give what is kept ask for; opened on `Astro.locals.files`. Null when the CMS can't be asked: files aren't
 * kept here, and the visitor is told so.
 */
export interface VisitorFiles {
  invitation(token: string): Promise<InvitationAnswer | null>;
  send(file: SentFile): Promise<FileAnswer | null>;
  /** Everything that is kept of whoever a secret was mailed to, as a ZIP file; `unknown` where it is none any more. */
  bundle(token: string): Promise<FetchedBundle | 'unknown' | null>;
}

/** What is kept of a person. */
export interface FetchedBundle {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}
