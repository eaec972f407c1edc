import type { FileAnswer, InvitationAnswer } from '@passerelle/contracts';

/** What the web server asks of the CMS for files of visitors and for them. Every method throws {@link CmsError}. */
export interface FilesClient {
  /** How the invitation of a mailed secret stands. */
  invitation(token: string): Promise<InvitationAnswer>;
  /** Hands a file over; answered once it is encrypted and on disk. */
  send(file: VisitorFile): Promise<FileAnswer>;
  /** Everything that is kept of whoever a secret was mailed to, as a ZIP file; `not-found` where it is none any more. */
  bundle(token: string): Promise<BundleFile>;
}

/** What is kept of a person. */
export interface BundleFile {
  /** Nothing of the person. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A visitor's file, with the secret of its invitation. */
export interface VisitorFile {
  token: string;
  /** As the visitor has it. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}
