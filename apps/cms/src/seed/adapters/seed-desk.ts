import { LOCALES } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { DESK_SETTING } from '../../api/desk-setting/adapters/permissions.ts';
import { REPLY_TEMPLATES } from '../../api/reply-template/adapters/reply-templates.ts';
import type { DeskSeed } from '../desk-files.ts';
import type { Fields } from '../seed-fields.ts';

/**
 * Writes office hours and reply templates of a new installation, where there are none. Not a later one's: hours decide
 * when answers are due, and nobody has theirs changed by an update.
 */
export async function seedDesk(strapi: Core.Strapi, { setting, templates }: DeskSeed): Promise<void> {
  await strapi.db.transaction(async () => {
    if (setting !== null && (await strapi.db.query(DESK_SETTING).count()) === 0) {
      await strapi.documents(DESK_SETTING).create({ data: setting });
    }
    if ((await strapi.db.query(REPLY_TEMPLATES).count()) > 0) return;
    for (const { replyKind, asksForFiles, ...texts } of templates) {
      let documentId: string | undefined;
      for (const locale of LOCALES) {
        const data: Fields = { replyKind, asksForFiles, ...texts[locale] };
        const documents = strapi.documents(REPLY_TEMPLATES);
        if (documentId === undefined) ({ documentId } = await documents.create({ locale, data }));
        else await documents.update({ documentId, locale, data });
      }
    }
  });
}
