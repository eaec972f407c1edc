import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { registerCampaignDesk } from './api/campaign-desk/adapters/admin-routes.ts';
import { registerRecognitionRoutes } from './api/consultant/adapters/admin-routes.ts';
import { registerRecognitions } from './api/consultant/adapters/watch-recognitions.ts';
import { DESK_SETTING, deskSettingPermissions } from './api/desk-setting/adapters/permissions.ts';
import { keepPublicGuide } from './api/guide/adapters/guide-wordings.ts';
import { createSettingReader } from './api/inquiry/adapters/desk-setting.ts';
import { inquirySettingOf } from './api/inquiry/adapters/inquiry-setting.ts';
import { registerInquiries } from './api/inquiry/adapters/register-inquiries.ts';
import { registerInquiryDeskRoutes } from './api/inquiry-desk/adapters/admin-routes.ts';
import { registerDepartedStaff } from './api/inquiry-desk/adapters/departed-staff.ts';
import { ensureDeskRoles, registerDeskActions } from './api/inquiry-desk/adapters/permissions.ts';
import { registerInquiryFileRoutes } from './api/inquiry-files/adapters/admin-routes.ts';
import { openInvitation } from './api/inquiry-files/adapters/invite.ts';
import { registerInquiryFiles } from './api/inquiry-files/adapters/register-inquiry-files.ts';
import { registerNewsletterDesk } from './api/newsletter-desk/adapters/admin-routes.ts';
import {
  ensureNewsletterRole,
  registerNewsletterActions,
} from './api/newsletter-desk/adapters/permissions.ts';
import { registerPolls } from './api/poll/adapters/register-polls.ts';
import { registerPollDeskRoutes } from './api/poll-desk/adapters/admin-routes.ts';
import { registerPrivacyRoutes } from './api/privacy-desk/adapters/admin-routes.ts';
import { PRIVACY_OFFICER_ACTIONS, registerPrivacyActions } from './api/privacy-desk/adapters/permissions.ts';
import { registerReaderDesk } from './api/reader-desk/adapters/admin-routes.ts';
import { READER_OFFICER_ACTIONS, registerReaderActions } from './api/reader-desk/adapters/permissions.ts';
import { TEMPLATE_PERMISSIONS } from './api/reply-template/adapters/permissions.ts';
import { REPLY_TEMPLATES } from './api/reply-template/adapters/reply-templates.ts';
import { keepReplyTemplates } from './api/reply-template/adapters/template-rules.ts';
import { registerContentRules } from './api/site/adapters/content-rules.ts';
import { fillMissingSlugs } from './api/site/adapters/missing-slugs.ts';
import { registerNotice } from './api/site/adapters/notice.ts';
import { registerSiteStatusRoutes } from './api/site-status/adapters/admin-routes.ts';
import { registerSubmissionPurge } from './api/submission/adapters/purge.ts';
import { createReaderList } from './api/subscriber/adapters/reader-list.ts';
import { registerNewsletter } from './api/subscriber/adapters/register-newsletter.ts';
import { subscribeByTheWay } from './api/subscriber/adapters/subscribe.ts';
import { registerBounces } from './bounces/register-bounces.ts';
import { env } from './env.ts';
import { readSenderBlock } from './mail/adapters/organization.ts';
import { registerAlarmMail } from './mail/alarm-mail.ts';
import { registerMailboxPage } from './mail/mailbox/routes.ts';
import { closeMail, registerMail } from './mail/register-mail.ts';
import { createTemplates } from './mail/templates.ts';
import { registerNewsletterSender } from './newsletter/register-sender.ts';
import { senderOf, setSender } from './newsletter/running-sender.ts';
import { createSenderAlarm } from './newsletter/sender-alarm.ts';
import { ensureAdministrator } from './platform/administrator.ts';
import { raiseAlarm } from './platform/alarm.ts';
import { ensureApiTokens } from './platform/api-tokens.ts';
import { closeToWriters } from './platform/close-to-writers.ts';
import { createEnvelopes } from './platform/crypto/envelopes.ts';
import { createPersonalRecords } from './platform/crypto/personal-records.ts';
import { requireFirstKey } from './platform/crypto/require-first-key.ts';
import { analyzeTables, registerAnalysis } from './platform/database/analyze.ts';
import { loudCommits } from './platform/database/loud-commits.ts';
import { ensureEditViews } from './platform/edit-views/ensure-edit-views.ts';
import { ensureEditors } from './platform/editors.ts';
import { createJobs } from './platform/jobs/create-jobs.ts';
import { ensureLocales } from './platform/locales.ts';
import { visitorsFirst } from './platform/right-of-way.ts';
import { setJobs, startJobs, stopJobs } from './platform/running-jobs.ts';
import { setFrenchSpacing } from './platform/typography/set-french-spacing.ts';
import { registerPrivacy } from './privacy/adapters/register-privacy.ts';
import { keepRegisters, REGISTER_TYPES, registerPermissions } from './privacy/adapters/registers.ts';
import { registerWebhooks } from './webhooks/register-webhooks.ts';
import { webhookTargetOf } from './webhooks/webhook-target.ts';

/** After a start: what the web server's spool has kept for the CMS needs less than this to be forwarded. */
const SPOOL_MS = 600_000;

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    loudCommits(strapi.db.connection);
    const jobs = createJobs({
      connection: strapi.db.connection,
      databaseUrl: env().DATABASE_URL,
      log: (level, message, error) => strapi.log[level](message, { error }),
      giveWay: visitorsFirst.giveWay,
    });
    setJobs(strapi, jobs);
    setFrenchSpacing(strapi);
    registerContentRules({
      strapi,
      jobs,
      clock: () => new Date(),
      gatherSeconds: env().NEWSLETTER_GATHER_SECONDS,
    });
    registerPolls({
      strapi,
      jobs,
      clock: () => new Date(),
      random: Math.random,
      envelopes: createEnvelopes(env().MASTER_KEY, env().MASTER_KEYS_OLD),
      countNotBefore: new Date(Date.now() + SPOOL_MS),
    });
    registerNotice(strapi, jobs, { url: env().PUBLISHER_URL, token: env().NOTICE_TOKEN });
    registerSiteStatusRoutes(strapi);
    registerPollDeskRoutes(strapi);
    registerRecognitions(
      { strapi, jobs, clock: () => new Date(), alarm: (alarm) => raiseAlarm(strapi, alarm) },
      jobs,
    );
    registerRecognitionRoutes(strapi);
    registerAnalysis(strapi, jobs);
    registerSubmissionPurge(strapi, jobs, () => new Date());
    const { sendMail, sendMails } = registerMail(strapi, jobs, env(), (alarm) => raiseAlarm(strapi, alarm));
    registerAlarmMail(strapi, jobs, sendMail, {
      to: env().ALERT_EMAIL ?? env().ADMIN_EMAIL,
      adminUrl: `${env().CMS_URL}/admin`,
    });
    const records = createPersonalRecords({ masterKey: env().MASTER_KEY, oldKeys: env().MASTER_KEYS_OLD });
    const newsletter = {
      strapi,
      jobs,
      clock: () => new Date(),
      records,
      sendMail,
      sendMails,
      newId: randomUUID,
      newToken: () => randomBytes(32).toString('base64url'),
      siteUrl: env().SITE_URL,
      unsubscribeAddress: env().UNSUBSCRIBE_EMAIL ?? null,
    };
    registerNewsletter(newsletter, jobs);
    registerNewsletterDesk(strapi);
    registerCampaignDesk(strapi);
    const readers = createReaderList(newsletter);
    const sender = registerNewsletterSender(strapi, jobs, {
      smtpUrl: env().SMTP_URL,
      mailFolder: env().mailFolder,
      from: env().MAIL_FROM,
      returnPath: env().BOUNCE_EMAIL,
      siteUrl: env().SITE_URL,
      masterKey: env().MASTER_KEY,
      unsubscribeAddress: env().UNSUBSCRIBE_EMAIL,
      dkim: env().dkim,
      rates: { overall: env().NEWSLETTER_RATE, domain: env().NEWSLETTER_DOMAIN_RATE },
      connections: env().NEWSLETTER_CONNECTIONS,
      readers: {
        ...readers,
        // What the server has said stays with the delivery; why nothing more is sent is that it doesn't know the address.
        suppress: (transaction, id) => readers.suppress(transaction, id, 'bounced'),
      },
      countReaders: readers.count,
      alarm: createSenderAlarm(strapi),
      needsApproval: async () => env().NEWSLETTER_APPROVAL,
    });
    setSender(strapi, sender);
    registerBounces(
      {
        strapi,
        records,
        clock: () => new Date(),
        random: Math.random,
        messageIdHost: new URL(env().SITE_URL).hostname,
        softLimit: { count: env().BOUNCE_SOFT_LIMIT, days: env().BOUNCE_SOFT_DAYS },
        returnPath: env().BOUNCE_EMAIL ?? null,
        folder: env().BOUNCE_FOLDER,
        mailbox: env().BOUNCE_IMAP_URL,
        mailgunKey: env().MAILGUN_WEBHOOK_KEY,
        alarm: (alarm) => raiseAlarm(strapi, alarm),
      },
      jobs,
    );
    registerMailboxPage(strapi, env());
    const announce = registerWebhooks(
      {
        target: webhookTargetOf(env()),
        clock: () => new Date(),
        newId: randomUUID,
        alarm: (alarm) => raiseAlarm(strapi, alarm),
      },
      jobs,
    );
    registerInquiries(
      {
        strapi,
        jobs,
        sendMail,
        renderMail: createTemplates((locale) => readSenderBlock(strapi, locale)).render,
        openInvitation,
        records,
        clock: () => new Date(),
        randomInt: (limit) => randomInt(limit),
        newId: randomUUID,
        newToken: () => randomBytes(32).toString('base64url'),
        readSetting: createSettingReader(strapi),
        askNewsletter: (transaction, wish) => subscribeByTheWay(newsletter, transaction, wish),
        siteUrl: env().SITE_URL,
        cmsUrl: env().CMS_URL,
        noticeEmail: env().INQUIRY_NOTICE_EMAIL,
        announce,
      },
      jobs,
    );
    registerInquiryDeskRoutes(strapi);
    registerDepartedStaff(inquirySettingOf(strapi), jobs);
    registerInquiryFiles(
      inquirySettingOf(strapi),
      { folder: env().filesFolder, scanner: env().CLAMD_URL ?? null },
      jobs,
    );
    registerInquiryFileRoutes(strapi);
    keepReplyTemplates(strapi);
    await registerDeskActions(strapi);
    await registerNewsletterActions(strapi);
    registerPrivacy(
      {
        strapi,
        jobs,
        sendMail,
        records,
        envelopes: createEnvelopes(env().MASTER_KEY, env().MASTER_KEYS_OLD),
        clock: () => new Date(),
        randomInt: (limit) => randomInt(limit),
        newId: randomUUID,
        newToken: () => randomBytes(32).toString('base64url'),
        siteUrl: env().SITE_URL,
        cmsUrl: env().CMS_URL,
        noticeEmail: env().INQUIRY_NOTICE_EMAIL,
        mailFolder: env().mailFolder,
      },
      jobs,
    );
    keepRegisters(strapi, () => new Date());
    registerPrivacyRoutes(strapi);
    await registerPrivacyActions(strapi);
    registerReaderDesk(strapi);
    await registerReaderActions(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await requireFirstKey(strapi, { masterKey: env().MASTER_KEY, oldKeys: env().MASTER_KEYS_OLD });
    await ensureLocales(strapi);
    await ensureApiTokens(strapi, env());
    await ensureAdministrator(strapi, env());
    const deskSetting = deskSettingPermissions(strapi);
    await ensureDeskRoles(strapi, {
      'passerelle-privacy-officer': [
        ...PRIVACY_OFFICER_ACTIONS.map((action) => ({ action })),
        ...READER_OFFICER_ACTIONS.map((action) => ({ action })),
        ...registerPermissions(strapi),
        ...deskSetting.retention,
      ],
      'passerelle-licensee': [...TEMPLATE_PERMISSIONS, ...deskSetting.hours],
    });
    await ensureEditors(strapi);
    await ensureNewsletterRole(strapi);
    await closeToWriters(strapi, [...REGISTER_TYPES, REPLY_TEMPLATES, DESK_SETTING]);
    await ensureEditViews(strapi);
    await fillMissingSlugs(strapi);
    await keepPublicGuide(strapi, Date.now());
    await analyzeTables(strapi);
    // A command that only loads Strapi, such as the seed, asks for work and leaves it to the CMS that serves.
    strapi.server.httpServer.once('listening', () => {
      startJobs(strapi).then(
        () => senderOf(strapi).start(),
        (error: unknown) => strapi.stopWithError(error, 'The jobs could not be started'),
      );
    });
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await stopJobs(strapi);
    await senderOf(strapi).stop();
    closeMail(strapi);
  },
};
