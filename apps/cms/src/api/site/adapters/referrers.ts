import type { EntryKind } from '@passerelle/contracts';
import { localeSchema } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { siteKind } from '../domain/kinds.ts';
import type { ChangedDocument } from './changes.ts';

/** The fields by which one kind refers to another. */
const references: { readonly [K in EntryKind]?: readonly { kind: EntryKind; field: string }[] } = {
  category: [{ kind: 'article', field: 'category' }],
  tag: [{ kind: 'article', field: 'tags' }],
  author: [{ kind: 'article', field: 'authors' }],
  programme: [
    { kind: 'article', field: 'programmes' },
    { kind: 'round', field: 'programme' },
    { kind: 'term', field: 'programme' },
  ],
  article: [
    { kind: 'article', field: 'supersededBy' },
    { kind: 'article', field: 'pinnedRelated' },
  ],
};

const rowsSchema = z.array(z.object({ documentId: z.string(), locale: localeSchema }));

/** The public documents that refer to any of these rows: they read differently once the rows are gone. */
export async function readReferrers(
  strapi: Core.Strapi,
  kind: EntryKind,
  rowIds: readonly number[],
): Promise<ChangedDocument[]> {
  if (rowIds.length === 0) return [];
  const found: ChangedDocument[] = [];
  for (const { kind: referring, field } of references[kind] ?? []) {
    const rows = await strapi.db.query(siteKind(referring).uid).findMany({
      where: { publishedAt: { $notNull: true }, [field]: { id: { $in: [...rowIds] } } },
      select: ['documentId', 'locale'],
    });
    found.push(...rowsSchema.parse(rows).map((row) => ({ kind: referring, ...row })));
  }
  if (kind === 'poll') {
    const blocks = await strapi.db.query('blocks.poll').findMany({
      where: { poll: { id: { $in: [...rowIds] } } },
      select: ['id'],
    });
    found.push(
      ...(await readOwners(
        strapi,
        'blocks.poll',
        idsSchema.parse(blocks).map((block) => block.id),
      )),
    );
  }
  return found;
}

const idsSchema = z.array(z.object({ id: z.number() }));

/** Where Strapi keeps which components a body is made of. */
const bodySchema = z.object({ joinTable: z.object({ name: z.string() }) });

/** The kinds that have a body of blocks. */
const KINDS_WITH_BODY = ['article', 'page'] as const satisfies readonly EntryKind[];

/** The public documents whose body holds some of these blocks. */
export async function readOwners(
  strapi: Core.Strapi,
  component: string,
  blockIds: readonly number[],
): Promise<ChangedDocument[]> {
  if (blockIds.length === 0) return [];
  const found: ChangedDocument[] = [];
  for (const kind of KINDS_WITH_BODY) {
    const { tableName, attributes } = strapi.db.metadata.get(siteKind(kind).uid);
    const { joinTable } = bodySchema.parse(attributes.body);
    // Within the caller's transaction: SQLite has no second connection to read by.
    const rows = await strapi.db.transaction(({ trx }) =>
      trx(`${tableName} as owner`)
        .join(`${joinTable.name} as link`, 'link.entity_id', 'owner.id')
        .select('owner.document_id as documentId', 'owner.locale as locale')
        .where('link.component_type', component)
        .whereIn('link.cmp_id', [...blockIds])
        .whereNotNull('owner.published_at'),
    );
    found.push(...rowsSchema.parse(rows).map((row) => ({ kind, ...row })));
  }
  return found;
}
