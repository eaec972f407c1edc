import { Resolver } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The domain name system, as far as mail needs it. What isn't there is an empty list. */
export interface Names {
  /** TXT records, each in one piece. */
  texts(name: string): Promise<string[]>;
  /** Names of mail servers. */
  mailServers(name: string): Promise<string[]>;
  /** IPv4 and IPv6. */
  addresses(name: string): Promise<string[]>;
  /** Names of an address. */
  reverse(address: string): Promise<string[]>;
}

/** The domain name system couldn't be asked. */
export class NamesUnreachable extends Error {
  override readonly name = 'NamesUnreachable';
}

const NOT_THERE = new Set(['ENOTFOUND', 'ENODATA']);

/** The real one. Questions throw {@link NamesUnreachable} where there is no answer. */
export function realNames(): Names {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  const ask = async <T>(question: Promise<T[]>): Promise<T[]> => {
    try {
      return await question;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (NOT_THERE.has(code)) return [];
      throw new NamesUnreachable(code, { cause: error });
    }
  };
  return {
    texts: async (name) => (await ask(resolver.resolveTxt(name))).map((parts) => parts.join('')),
    mailServers: async (name) => (await ask(resolver.resolveMx(name))).map(({ exchange }) => exchange),
    addresses: async (name) => [
      ...(await ask(resolver.resolve4(name))),
      ...(await ask(resolver.resolve6(name))),
    ],
    reverse: (address) => ask(resolver.reverse(address)),
  };
}

const listing = z.record(z.string(), z.array(z.string())).default({});
const recordsSchema = z.strictObject({ txt: listing, mx: listing, a: listing, ptr: listing });

/**
 * Names from a file, to look at a zone before it is published: JSON with `txt`, `mx`, `a` and `ptr`, each a list of
 * records by name.
 *
 * @throws when the file can't be read, or isn't of that form.
 */
export async function namesOfFile(path: string): Promise<Names> {
  const records = recordsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const of = (kind: keyof typeof records) => async (name: string) =>
    Object.entries(records[kind]).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1] ?? [];
  return { texts: of('txt'), mailServers: of('mx'), addresses: of('a'), reverse: of('ptr') };
}
