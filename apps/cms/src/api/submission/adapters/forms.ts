import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../platform/jobs/database.ts';
import type { FormHandlers } from '../domain/decisions.ts';

type Forms = FormHandlers<Transaction>;

const registered = new WeakMap<Core.Strapi, Forms>();

/** Gives an application the handlers of forms, beside those it has; a form that has one gets the new one. */
export function registerForms(strapi: Core.Strapi, forms: Forms): void {
  registered.set(strapi, { ...registered.get(strapi), ...forms });
}

/** The handlers of an application's forms. */
export function formsOf(strapi: Core.Strapi): Forms {
  return registered.get(strapi) ?? {};
}
