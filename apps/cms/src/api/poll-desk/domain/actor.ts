/** Who is signed in, as far as a poll's history names them: never by e-mail. */
interface Person {
  id: number;
  firstname?: string | null | undefined;
  lastname?: string | null | undefined;
}

/** The name a person goes by in a poll's history, with their number, since names may be shared: `Prénom Nom (#3)`. */
export function actorName({ id, firstname, lastname }: Person): string {
  const name = [firstname, lastname].map((part) => part?.trim() ?? '').filter((part) => part !== '');
  return name.length === 0 ? `#${id}` : `${name.join(' ')} (#${id})`;
}
