import type { Issue, Locale } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const UID = 'api::issue.issue';

/** An issue as it is kept in one language. */
export type ArchivedWords = Pick<Issue, 'title' | 'body' | 'slug'>;

/** Whether an issue was archived, also where an editor has taken it away since. */
export async function isArchived(strapi: Core.Strapi, issue: string): Promise<boolean> {
  return (await strapi.db.query(UID).count({ where: { issue } })) > 0;
}

const documentSchema = z.object({ documentId: z.string() });

/** Makes an issue public in each of its languages, all of them or none. */
export async function archive(
  strapi: Core.Strapi,
  { issue, edition, sentAt }: { issue: string } & Pick<Issue, 'edition' | 'sentAt'>,
  words: ReadonlyMap<Locale, ArchivedWords>,
): Promise<void> {
  await strapi.db.transaction(async () => {
    const documents = strapi.documents(UID);
    let documentId: string | undefined;
    for (const [locale, { body, ...own }] of words) {
      const data: Record<string, unknown> = { issue, edition, sentAt, ...own, text: body };
      const document: unknown =
        documentId === undefined
          ? await documents.create({ locale, status: 'published', data })
          : await documents.update({ documentId, locale, status: 'published', data });
      documentId = documentSchema.parse(document).documentId;
    }
  });
}
