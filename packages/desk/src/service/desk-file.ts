import { z } from 'zod';

/** A file that a service sends. */
export interface DeskFile {
  name: string;
  content: Blob;
}

const answerSchema = z.object({ data: z.instanceof(Blob), headers: z.instanceof(Headers) });

/** A file as a service sends it, under the name that it gives, or else under another. */
export function fileOf(answer: unknown, otherwise: string): DeskFile {
  const { data, headers } = answerSchema.parse(answer);
  const name = /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
  return { name: name ?? otherwise, content: data };
}

/** After a click the browser has its own hold on what it saves. */
const HELD_MS = 60_000;

/** Hands a file to the browser, as a download. */
export function saveFile({ name, content }: DeskFile): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(content);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), HELD_MS);
}
