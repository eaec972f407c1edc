import type { ObjectStore } from '../../releases/objects.ts';
import type { Picture } from '../../src/published/renditions.ts';
import type { SnapshotDatabase } from '../../src/published/snapshot.ts';

/** A picture and the bytes it came as. */
export interface Original {
  picture: Picture;
  read(): Promise<Buffer>;
}

/** Finds an original by the name of its picture; undefined when the snapshot doesn't know it. */
export type FindOriginal = (name: string) => Original | undefined;

export function originalFinder(database: SnapshotDatabase, objects: ObjectStore): FindOriginal {
  const find = database.prepare<[string], { picture: string; original: string }>(
    'SELECT picture, original FROM asset WHERE name = ? LIMIT 1',
  );
  return (name) => {
    const row = find.get(name);
    // Written by the sync, read back as it is.
    return row && { picture: JSON.parse(row.picture), read: () => objects.read(row.original) };
  };
}
