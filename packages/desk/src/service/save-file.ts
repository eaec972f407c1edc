import type { DeskFile } from './desk-service.ts';

/** Hands a file to the browser, as a download. */
export function saveFile({ name, content }: DeskFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
