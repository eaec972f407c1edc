import type { FileAnswer, InvitationAnswer } from '@passerelle/contracts';

/** What the web server asks of the CMS for visitors' files. Every method throws {@link CmsError}. */
export interface FilesClient {
  /** How the invitation of a mailed secret stands. */
  invitation(token: string): Promise<InvitationAnswer>;
  /** Hands a file over; answered once it is encrypted and on disk. */
  send(file: VisitorFile): Promise<FileAnswer>;
}

/** A visitor's file, with the secret of its invitation. */
export interface VisitorFile {
  token: string;
  /** As the visitor has it. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}
