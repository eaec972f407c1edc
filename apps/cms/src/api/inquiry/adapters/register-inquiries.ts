import { registerPersonalTable } from '../../../platform/crypto/personal-tables.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { registerForms } from '../../submission/adapters/forms.ts';
import { createConfirmHandler } from './confirm-handler.ts';
import { createContinueHandler } from './continue-handler.ts';
import { registerEscalation } from './escalation.ts';
import { createInquiryHandler } from './inquiry-handler.ts';
import { INQUIRIES } from './inquiry-rows.ts';
import { type InquirySetting, setInquiries } from './inquiry-setting.ts';
import { registerInquiryPurge } from './purge.ts';
import { registerStaffNotice } from './staff-notice.ts';

/** Has an application take inquiries and work them. Before its jobs are started. */
export function registerInquiries(setting: InquirySetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  const { strapi } = setting;
  setInquiries(setting);
  registerPersonalTable(strapi, {
    table: INQUIRIES,
    rowColumn: 'id',
    wrappedKeyColumn: 'wrapped_key',
    kidColumn: 'kid',
  });
  registerForms(strapi, {
    inquiry: createInquiryHandler(setting),
    'inquiry-confirm': createConfirmHandler(setting),
    'inquiry-continue': createContinueHandler(setting),
  });
  registerStaffNotice(setting, jobs);
  registerEscalation(setting, jobs);
  registerInquiryPurge(setting, jobs);
}
