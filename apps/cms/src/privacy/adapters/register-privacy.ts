import { registerForms } from '../../api/submission/adapters/forms.ts';
import { registerPersonalTable } from '../../platform/crypto/personal-tables.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { registerForgetting } from './forget-mails.ts';
import { type PrivacySetting, setPrivacy } from './privacy-setting.ts';
import { registerRequestPurge } from './purge-requests.ts';
import { registerReminders } from './remind-officer.ts';
import { createRequestConfirmHandler, createRequestHandler } from './request-handler.ts';
import { registerRequestNotice } from './request-notice.ts';
import { PERSON_REQUESTS } from './request-rows.ts';
import { registerLedgerWatch } from './watch-ledger.ts';

/** Has an application take requests of persons. Before its jobs are started. */
export function registerPrivacy(setting: PrivacySetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  const { strapi } = setting;
  setPrivacy(setting);
  registerPersonalTable(strapi, {
    table: PERSON_REQUESTS,
    rowColumn: 'id',
    wrappedKeyColumn: 'wrapped_key',
    kidColumn: 'kid',
  });
  registerForms(strapi, {
    'person-request': createRequestHandler(setting),
    'person-request-confirm': createRequestConfirmHandler(setting),
  });
  registerRequestNotice(setting, jobs);
  registerRequestPurge(setting, jobs);
  registerReminders(setting, jobs);
  registerLedgerWatch(setting, jobs);
  registerForgetting(setting, jobs);
}
