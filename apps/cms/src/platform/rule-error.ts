import { errors } from '@strapi/utils';
import { type RuleCode, ruleSentence } from '../i18n/messages.ts';

/** A rule of the newsroom that a write would break: answered with 400, its message shown in the admin. */
export function ruleError(code: RuleCode, field?: string): Error {
  const message = ruleSentence(code);
  const places = field === undefined ? [] : [{ path: [field], message, name: 'ValidationError' }];
  return new errors.ValidationError(message, { code, errors: places });
}
