/** The form that ends the guide: its steps, in their order. */
export const FORM_STEPS = ['message', 'contact', 'deadline', 'consents'] as const;
export type FormStep = (typeof FORM_STEPS)[number];

/** Number of steps that a visitor sees: these, and the one that checks them. */
export const STEPS_SHOWN = FORM_STEPS.length + 1;

/** The step after this one; null after the last, where answers are checked. */
export const stepAfter = (step: FormStep): FormStep | null =>
  FORM_STEPS[FORM_STEPS.indexOf(step) + 1] ?? null;

/** The step before; null before the first, where the guide is. */
export const stepBefore = (step: FormStep): FormStep | null =>
  FORM_STEPS[FORM_STEPS.indexOf(step) - 1] ?? null;
