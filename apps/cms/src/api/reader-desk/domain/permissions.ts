/** What roles may be given about the newsletter's readers, as Strapi names permissions of ours. */
export const READER_ACTIONS = {
  look: 'api::reader-desk.look',
  import: 'api::reader-desk.import',
  export: 'api::reader-desk.export',
} as const;
export type ReaderAction = keyof typeof READER_ACTIONS;
