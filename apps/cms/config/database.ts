import { env } from '../src/env.ts';
import { postgresConnection, sqliteConnection } from '../src/platform/database/connection.ts';

export default () => {
  const { DATABASE_URL: url, sqliteFile } = env();
  return {
    connection: url === undefined ? sqliteConnection(sqliteFile) : postgresConnection(url),
    // Without this a restart drops the column of a removed attribute, with what was in it.
    settings: { forceMigration: false },
  };
};
