import { registerPersonalTable } from '../../../platform/crypto/personal-tables.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { registerForms } from '../../submission/adapters/forms.ts';
import { registerAnswers } from './answer-wishes.ts';
import { changeAddress } from './change-address.ts';
import { confirm } from './confirm.ts';
import { erase } from './erase.ts';
import { type NewsletterSetting, setNewsletter } from './newsletter-setting.ts';
import { oneByOne } from './one-by-one.ts';
import { changePreferences } from './preferences.ts';
import { registerSubscriberPurge } from './purge-subscribers.ts';
import { createSubscribeHandler } from './subscribe.ts';
import { SUBSCRIBERS } from './subscriber-rows.ts';
import { unsubscribe } from './unsubscribe.ts';

/** Has an application take subscriptions and look after its readers. Before its jobs are started. */
export function registerNewsletter(setting: NewsletterSetting, jobs: Pick<Jobs, 'work' | 'schedule'>): void {
  setNewsletter(setting);
  registerPersonalTable(setting.strapi, {
    table: SUBSCRIBERS,
    rowColumn: 'id',
    wrappedKeyColumn: 'wrapped_key',
    kidColumn: 'kid',
  });
  registerForms(setting.strapi, {
    subscribe: createSubscribeHandler(setting),
    'newsletter-confirm': oneByOne(setting, confirm),
    'newsletter-preferences': oneByOne(setting, changePreferences),
    'newsletter-unsubscribe': oneByOne(setting, unsubscribe),
    'newsletter-address': oneByOne(setting, changeAddress),
    'newsletter-erase': oneByOne(setting, erase),
  });
  registerAnswers(setting, jobs);
  registerSubscriberPurge(setting, jobs);
}
