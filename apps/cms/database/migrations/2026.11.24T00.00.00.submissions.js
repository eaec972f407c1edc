/**
 * `passerelle_submissions`: one row for each submission that was answered for good. `key_hash` is the SHA-256 of its
 * key, `body_mac` an HMAC of its body under the key itself, which isn't stored: the few possible bodies can't be
 * tried out. `answer` is JSON, empty only inside the transaction that decides. `at` is rounded down to the hour, so
 * that it can't be matched with a log.
 * `passerelle_audit`: who did what, to what; rows are added and never changed. `actor` is empty for what happened by
 * itself.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  const sqlite = knex.client.dialect === 'sqlite3';
  // Without a rowid nothing tells in which order submissions came.
  await knex.raw(`
    CREATE TABLE passerelle_submissions (
      key_hash text PRIMARY KEY NOT NULL,
      form text NOT NULL,
      body_mac text NOT NULL,
      answer text,
      at bigint NOT NULL
    )${sqlite ? ' WITHOUT ROWID' : ''}`);

  await knex.schema.createTable('passerelle_audit', (table) => {
    table.bigIncrements('id');
    table.bigInteger('at').notNullable();
    table.text('actor');
    table.text('action').notNullable();
    table.text('subject').notNullable();
    table.text('detail');
  });
  await knex.raw('CREATE INDEX passerelle_audit_subject ON passerelle_audit (subject, id)');
  for (const statement of sqlite ? APPEND_ONLY_SQLITE : APPEND_ONLY_POSTGRES) await knex.raw(statement);
}

const APPEND_ONLY_SQLITE = [
  `CREATE TRIGGER passerelle_audit_no_update BEFORE UPDATE ON passerelle_audit
   BEGIN SELECT RAISE(ABORT, 'passerelle_audit is append-only'); END`,
  `CREATE TRIGGER passerelle_audit_no_delete BEFORE DELETE ON passerelle_audit
   BEGIN SELECT RAISE(ABORT, 'passerelle_audit is append-only'); END`,
  // INSERT OR REPLACE removes the row it replaces without firing a trigger of DELETE.
  `CREATE TRIGGER passerelle_audit_no_replace BEFORE INSERT ON passerelle_audit
   WHEN EXISTS (SELECT 1 FROM passerelle_audit WHERE id = NEW.id)
   BEGIN SELECT RAISE(ABORT, 'passerelle_audit is append-only'); END`,
];

const APPEND_ONLY_POSTGRES = [
  `CREATE FUNCTION passerelle_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION 'passerelle_audit is append-only'; END $$`,
  `CREATE TRIGGER passerelle_audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON passerelle_audit
   FOR EACH STATEMENT EXECUTE FUNCTION passerelle_audit_refuse()`,
];

module.exports = { up };
