import type { Core } from '@strapi/strapi';

/** Something that each application has one of. */
interface ApplicationPart<T> {
  /** Gives it to an application, once, while that is registered. */
  set(strapi: Core.Strapi, part: T): void;
  /** @throws when the application hasn't been given it yet */
  of(strapi: Core.Strapi): T;
}

/** @param name says what was asked for too early */
export function applicationPart<T>(name: string): ApplicationPart<T> {
  const parts = new WeakMap<Core.Strapi, { part: T }>();
  return {
    set(strapi, part) {
      parts.set(strapi, { part });
    },
    of(strapi) {
      const found = parts.get(strapi);
      if (found === undefined) throw new Error(`${name}: asked for before the application was registered`);
      return found.part;
    },
  };
}
