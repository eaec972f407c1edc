import type { Locale } from '@passerelle/contracts';
import { messages } from '../../i18n/index.ts';
import type { Control, FormFault } from './domain/form-faults.ts';

/** What is wrong with a control, as a sentence; null when nothing is. */
export function faultText(locale: Locale, faults: readonly FormFault[], control: Control): string | null {
  const fault = faults.find((one) => one.control === control);
  return fault ? messages(locale).inquiry.faults[fault.code] : null;
}
