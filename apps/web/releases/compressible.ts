/** Whether a type of content gets smaller by compression. */
export const isCompressible = (type: string): boolean =>
  /^(?:text\/|application\/(?:json|feed\+json|javascript|xml|rss\+xml|atom\+xml|manifest\+json|ld\+json)|image\/svg)/.test(
    type,
  );
