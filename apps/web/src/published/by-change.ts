import type { SnapshotDatabase } from './snapshot.ts';

/** An article in one language, and the name of its cover's picture. */
export interface ChangedArticle {
  locale: string;
  id: string;
  picture: string | null;
}

/** Every article, the one that was published last first. */
export function articlesByChange(database: SnapshotDatabase): ChangedArticle[] {
  return database
    .prepare<[], ChangedArticle>(
      `SELECT card.locale, card.id, asset.name AS picture
       FROM card LEFT JOIN asset ON asset.url = json_extract(card.json, '$.cover.url')
       ORDER BY json_extract(card.json, '$.modifiedAt') DESC, card.id`,
    )
    .all();
}
