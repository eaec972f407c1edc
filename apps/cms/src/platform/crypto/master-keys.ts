import { createHash } from 'node:crypto';

/** The keys of an installation, each 32 bytes in hexadecimal. */
export interface MasterKeys {
  /** What is sealed from now on is sealed under this. */
  masterKey: string;
  /** Those of before, the newest first: they open, and the last one of them is what keyed hashes are made with. */
  oldKeys: readonly string[];
}

/** Names a master key beside what it has sealed: the start of its SHA-256, 16 hexadecimal digits. */
export function keyIdOf(masterKey: string): string {
  return createHash('sha256').update(Buffer.from(masterKey, 'hex')).digest('hex').slice(0, 16);
}
