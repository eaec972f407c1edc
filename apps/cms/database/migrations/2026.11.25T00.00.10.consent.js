/**
 * `passerelle_consent_events`: what persons agreed to and withdrew; rows are added, never changed, and number
 * themselves from 1 without a gap. `person` is a keyed hash of the e-mail address; `detail` canonical JSON. `hash` is
 * the SHA-256 of the row before and of this one.
 * `passerelle_consent_head`: one row, the last event's number and hash, and a keyed hash of both. Who adds an event
 * locks it. `seal` is empty until the first one.
 * `passerelle_key_checks`: by a keyed hash, whether keyed hashes are made with the key they have always been made with.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_consent_events', (table) => {
    table.bigInteger('sequence').primary();
    table.bigInteger('at').notNullable();
    table.string('kind', 16).notNullable();
    table.string('purpose', 16).notNullable();
    table.string('person', 43).notNullable();
    table.text('wording');
    table.string('locale', 8).notNullable();
    table.text('page');
    table.text('form_version');
    table.text('actor').notNullable();
    table.text('detail');
    table.string('hash', 64).notNullable();
    table.index(['person', 'sequence'], 'passerelle_consent_events_person');
  });
  await knex.schema.createTable('passerelle_consent_head', (table) => {
    table.integer('id').primary();
    table.bigInteger('sequence').notNullable();
    table.string('hash', 64).notNullable();
    table.string('seal', 43);
  });
  await knex('passerelle_consent_head').insert({ id: 1, sequence: 0, hash: '0'.repeat(64), seal: null });
  await knex.schema.createTable('passerelle_key_checks', (table) => {
    table.string('name', 32).primary();
    table.string('value', 43).notNullable();
  });
  const sqlite = knex.client.dialect === 'sqlite3';
  for (const statement of sqlite ? APPEND_ONLY_SQLITE : APPEND_ONLY_POSTGRES) await knex.raw(statement);
}

const APPEND_ONLY_SQLITE = [
  `CREATE TRIGGER passerelle_consent_no_update BEFORE UPDATE ON passerelle_consent_events
   BEGIN SELECT RAISE(ABORT, 'passerelle_consent_events is append-only'); END`,
  `CREATE TRIGGER passerelle_consent_no_delete BEFORE DELETE ON passerelle_consent_events
   BEGIN SELECT RAISE(ABORT, 'passerelle_consent_events is append-only'); END`,
  // INSERT OR REPLACE removes the row it replaces without firing a trigger of DELETE.
  `CREATE TRIGGER passerelle_consent_no_replace BEFORE INSERT ON passerelle_consent_events
   WHEN EXISTS (SELECT 1 FROM passerelle_consent_events WHERE sequence = NEW.sequence)
   BEGIN SELECT RAISE(ABORT, 'passerelle_consent_events is append-only'); END`,
  `CREATE TRIGGER passerelle_consent_head_stays BEFORE DELETE ON passerelle_consent_head
   BEGIN SELECT RAISE(ABORT, 'passerelle_consent_head stays'); END`,
];

const APPEND_ONLY_POSTGRES = [
  `CREATE FUNCTION passerelle_consent_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION 'passerelle_consent_events is append-only'; END $$`,
  `CREATE TRIGGER passerelle_consent_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON passerelle_consent_events
   FOR EACH STATEMENT EXECUTE FUNCTION passerelle_consent_refuse()`,
  `CREATE FUNCTION passerelle_consent_head_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION 'passerelle_consent_head stays'; END $$`,
  `CREATE TRIGGER passerelle_consent_head_stays BEFORE DELETE OR TRUNCATE ON passerelle_consent_head
   FOR EACH STATEMENT EXECUTE FUNCTION passerelle_consent_head_refuse()`,
];

module.exports = { up };
