export type { CmsClient } from './client.ts';
export { CmsError, type CmsErrorCode, isPassing } from './cms-error.ts';
export { createFakeClient, type FakeCms } from './fake-client.ts';
export type { BundleFile, FilesClient, VisitorFile } from './files/client.ts';
export { createFilesClient } from './files/http.ts';
export { createHttpClient, type HttpClientOptions } from './http-client.ts';
export type { SubmissionsClient } from './submissions/client.ts';
export {
  createFakeSubmissionsCms,
  type FakeSubmissionsCms,
  type FakeSubmissionsOptions,
  type SubmissionsFault,
} from './submissions/fake.ts';
export { createSubmissionsClient, type SubmissionsClientOptions } from './submissions/http.ts';
