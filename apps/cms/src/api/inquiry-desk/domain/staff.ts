import { z } from 'zod';

/** Whoever is signed in, of Strapi's state of the request. */
export const staffStateSchema = z.object({
  user: z.object({
    id: z.int().positive(),
    firstname: z.string().nullish(),
    lastname: z.string().nullish(),
  }),
});

/** Somebody of the staff, as the desk knows them. */
export interface Staff {
  id: number;
  /** As mails are signed and lists name them; never the address they sign in with. */
  name: string;
  /** As timelines and the audit name them, with their number, since names may be shared. */
  actor: string;
}

/** A name for people to read. */
export function staffName({ id, firstname, lastname }: z.infer<typeof staffStateSchema>['user']): string {
  const name = [firstname, lastname].map((part) => part?.trim() ?? '').filter((part) => part !== '');
  return name.length === 0 ? `#${id}` : name.join(' ');
}

/** Whoever makes a request. */
export function staffOf(state: unknown): Staff {
  const { user } = staffStateSchema.parse(state);
  const name = staffName(user);
  return { id: user.id, name, actor: name === `#${user.id}` ? name : `${name} (#${user.id})` };
}
