import type { Locale, ReplyPreview, ReplyPreviewBody, ReplyTemplate } from '@passerelle/contracts';
import { inquiryFilesPath } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { readInquiry } from '../../inquiry/adapters/inquiry-rows.ts';
import { inquirySettingOf } from '../../inquiry/adapters/inquiry-setting.ts';
import { readReplyTemplates } from '../../reply-template/adapters/reply-templates.ts';
import { deskRights } from '../adapters/permissions.ts';
import type { Staff } from '../domain/staff.ts';
import { inquiryDeskTexts } from '../i18n/texts.ts';

/** What helps to write an answer. Nothing in it is of a person. */
const replying = ({ strapi }: { strapi: Core.Strapi }) => ({
  templates: async (locale: Locale): Promise<{ templates: ReplyTemplate[] }> => ({
    templates: await readReplyTemplates(strapi, locale),
  }),

  /**
   * The mail of an answer as it will be sent, but for the secret of a link for files, which there isn't yet. Advice that
   * has to be approved is signed by whoever approves it. Undefined when there is no such inquiry.
   */
  async preview(
    { name }: Staff,
    state: unknown,
    id: string,
    { kind, subject, body, files: most }: ReplyPreviewBody,
  ): Promise<ReplyPreview | undefined> {
    const { renderMail, siteUrl } = inquirySettingOf(strapi);
    const row = await readInquiry(strapi.db.connection, { id });
    if (row === null) return undefined;
    const { reference, language } = row.state;
    const waits = kind === 'advice' && !deskRights(state).approve;
    const signedBy = waits ? inquiryDeskTexts(language === 'fr-CA' ? 'fr' : 'en').approver : name;
    const files = most === null ? null : { most, url: `${siteUrl}${inquiryFilesPath(language)}?token=…` };
    return renderMail({
      template: 'inquiry-reply',
      locale: language,
      data: { reference, kind, subject, body, signedBy, files },
    });
  },
});

export default replying;
