/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The published content, read through a record of what this page read. */
    published: import('./published/published.ts').Published;
    /** Takes what visitors send; on pages that are answered on demand. */
    submissions?: import('./submissions/port.ts').Submissions;
    /** Keeps what visitors have filled in and not sent yet; on pages that are answered on demand. */
    drafts?: import('./drafts/port.ts').Drafts | undefined;
    /** Takes files that visitors were asked for; on the same pages. */
    files?: import('./submissions/visitor-files.ts').VisitorFiles;
    /** What was posted; absent under `astro dev`, where the request still has it. */
    sent?: import('./submissions/sent-body.ts').SentBody;
  }
}
