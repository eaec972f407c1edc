import type { TableReply, VoteReply } from '../vote-reply.ts';

/** The places of a poll's form that a script writes to. Null when the markup isn't the one this script is for. */
export function formParts(form: HTMLFormElement) {
  const find = <E extends HTMLElement>(selector: string, kind: { new (): E }): E | null => {
    const found = form.querySelector(selector);
    return found instanceof kind ? found : null;
  };
  const fieldset = find('fieldset', HTMLFieldSetElement);
  const error = find('.poll-error', HTMLElement);
  const status = find('.poll-status', HTMLElement);
  const outcome = find('.poll-outcome', HTMLElement);
  const trap = find('.poll-trap input', HTMLInputElement);
  if (!fieldset || !error || !status || !outcome || !trap) return null;

  const inputs = [...fieldset.querySelectorAll('input')];
  const before = form.querySelectorAll<HTMLElement>('.poll-answers, .poll-actions, .poll-secret');

  function fill({ rows, ballots }: TableReply, own: readonly string[]): void {
    for (const { key, share, count, width, leads } of rows) {
      const row = outcome?.querySelector(`[data-key="${CSS.escape(key)}"]`);
      const write = (selector: string, text: string) => {
        const cell = row?.querySelector(selector);
        if (cell) cell.textContent = text;
      };
      write('.poll-share', share);
      write('.poll-count', count);
      row?.querySelector('.poll-bar-fill')?.setAttribute('width', String(width));
      row?.toggleAttribute('data-leads', leads);
      row?.toggleAttribute('data-own', own.includes(key));
    }
    const line = outcome?.querySelector('.poll-ballots');
    if (line) line.textContent = ballots;
  }

  return {
    chosen: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
    choose(choices: readonly string[]): void {
      for (const input of inputs) input.checked = choices.includes(input.value);
    },

    /** A message of the moment, announced. */
    tell(message: string): void {
      status.textContent = message;
    },

    /** A fault of the choice, beside it; the first option has the focus, and the fault describes it. */
    fault(message: string): void {
      status.textContent = '';
      error.textContent = message;
      error.hidden = false;
      fieldset.setAttribute('aria-describedby', [hintOf(error), error.id].join(' '));
      for (const input of inputs) input.setAttribute('aria-invalid', 'true');
      inputs[0]?.focus();
    },

    mended(): void {
      error.hidden = true;
      error.textContent = '';
      for (const input of inputs) input.removeAttribute('aria-invalid');
    },

    /** The end: results, or why there are none, in place of the question's answers. */
    finish({ message, results }: VoteReply, own: readonly string[], focus: boolean): void {
      for (const element of before) element.hidden = true;
      if (results) fill(results, own);
      outcome.hidden = results === null;
      status.textContent = message;
      if (focus) status.focus();
    },

    /** A refusal after which the form may be sent again: without what a tool of the browser's put into the trap. */
    refuse(message: string): void {
      trap.value = '';
      status.textContent = message;
      status.focus();
    },
  };
}

const hintOf = (error: HTMLElement): string => error.id.replace(/-error$/, '-hint');
