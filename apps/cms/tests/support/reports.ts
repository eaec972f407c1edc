import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../fixtures/reports');

/** Whom the fixtures are about, and by which host our mails are named there. */
export const READER = 'lectrice@exemple.example';
export const HOST = 'passerelle.example';

/** Every form of report there is a fixture of. */
export const reportNames = (): string[] => readdirSync(FOLDER).map((name) => name.replace(/\.eml$/, ''));

/** A report in one of these forms, about a mail of ours. @param messageId with its angle brackets */
export function reportOf(
  name: string,
  { messageId, address = READER }: { messageId: string; address?: string },
): Buffer {
  const [, token = ''] = /^<([^@]+)@/.exec(messageId) ?? [];
  const text = readFileSync(join(FOLDER, `${name}.eml`), 'utf8')
    .replaceAll(`<TOKEN@${HOST}>`, messageId)
    .replaceAll('TOKEN', token)
    .replaceAll(READER, address)
    .replaceAll('\n', '\r\n');
  return Buffer.from(text);
}
