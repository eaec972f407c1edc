/** Where a mark of each mail is put into the address that reports come back to. */
const MARK = '+*@';

/**
 * The address that reports about a mail come back to. One with `+*` carries the mail's own token, so that also a
 * report that returns nothing tells which mail it is about.
 *
 * @param form `retours@passerelle.example` or `retours+*@passerelle.example`.
 */
export const returnPathOf = (form: string, messageId: string): string =>
  form.replace(MARK, `+${messageId.slice(1, messageId.lastIndexOf('@'))}@`);

/** The token in an address that a report came back to; null when the form has none, or it isn't of that form. */
export function tokenIn(form: string, address: string): string | null {
  const [before, after] = form.split(MARK);
  if (before === undefined || after === undefined) return null;
  const [, local, token = '', domain] = /^([^+]*)\+([\w-]{43})@(.*)$/.exec(address) ?? [];
  const isOurs =
    local?.toLowerCase() === before.toLowerCase() && domain?.toLowerCase() === after.toLowerCase();
  return isOurs ? token : null;
}
