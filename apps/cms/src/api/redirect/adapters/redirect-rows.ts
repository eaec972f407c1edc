import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RedirectPlan, RedirectRule } from '../domain/redirects.ts';

const UID = 'api::redirect.redirect';

const rowsSchema = z.array(
  z.object({ documentId: z.string(), from: z.string(), to: z.string().nullish(), answer: z.string() }),
);
/** A stored redirect. */
export type StoredRedirect = RedirectRule & { documentId: string; answer: string };

/** The redirects that start or end at one of these paths: all that a change at them can touch. */
export async function readRedirectsAt(
  strapi: Core.Strapi,
  paths: readonly string[],
): Promise<StoredRedirect[]> {
  const rows = await strapi.db.query(UID).findMany({
    where: { $or: [{ from: { $in: [...paths] } }, { to: { $in: [...paths] } }] },
    select: ['documentId', 'from', 'to', 'answer'],
  });
  return rowsSchema.parse(rows).map((row) => ({ ...row, to: row.to ?? null }));
}

/** Fields as the document service takes them. */
type StoredFields = Record<string, string | null>;

/** Carries out a plan, within the caller's transaction. New redirects are permanent and marked automatic. */
export async function applyRedirectPlan(
  strapi: Core.Strapi,
  plan: RedirectPlan,
  stored: readonly StoredRedirect[],
): Promise<void> {
  const documents = strapi.documents(UID);
  for (const from of plan.remove) {
    const there = stored.find((rule) => rule.from === from);
    if (there) await documents.delete({ documentId: there.documentId });
  }
  for (const { from, to } of plan.put) {
    const there = stored.find((rule) => rule.from === from && !plan.remove.includes(from));
    if (there) {
      const data: StoredFields = { to, answer: answerFor(there.answer, to) };
      await documents.update({ documentId: there.documentId, data });
    } else {
      const data: StoredFields = { from, to, answer: 'moved-301', origin: 'automatic' };
      await documents.create({ data });
    }
  }
}

/** A redirect that ended at 410 or 451 and now leads somewhere is a permanent one. */
function answerFor(answer: string, to: string | null): string {
  return to !== null && (answer === 'gone-410' || answer === 'legal-451') ? 'moved-301' : answer;
}
