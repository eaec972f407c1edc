/**
 * `passerelle_person_requests`: what persons asked about their own data. `wrapped_key` and `kid` are of the record's key
 * (platform/crypto), under which `name`, `email`, `message` and `details` are sealed; all of these are empty once the
 * person was erased. `reason` is of the staff, sealed likewise. `email_index` is a keyed hash, `confirm_hash` the SHA-256
 * of a mailed secret.
 * `passerelle_erasures`: certificates. `person` is a keyed hash of the address, `counts` JSON, `hash` the SHA-256 of the
 * ids of what was erased.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_person_requests', (table) => {
    table.string('id', 36).primary();
    table.string('reference', 9).notNullable().unique('passerelle_person_requests_reference');
    table.string('kind', 16).notNullable();
    table.string('status', 16).notNullable();
    table.string('language', 8).notNullable();
    table.bigInteger('received_at').notNullable();
    table.bigInteger('due_at').notNullable();
    table.string('confirm_hash', 64);
    table.bigInteger('confirm_until');
    table.bigInteger('closed_at');
    table.text('closed_by');
    table.text('wrapped_key');
    table.string('kid', 16);
    table.string('email_index', 43).notNullable();
    table.text('name');
    table.text('email');
    table.text('message');
    table.text('details');
    table.text('reason');
    table.index(['status', 'due_at'], 'passerelle_person_requests_due');
    table.index(['email_index'], 'passerelle_person_requests_email');
    table.index(['confirm_hash'], 'passerelle_person_requests_confirm');
  });

  await knex.schema.createTable('passerelle_erasures', (table) => {
    table.string('id', 36).primary();
    table.bigInteger('at').notNullable();
    table.text('actor');
    table.string('person', 43).notNullable();
    table.text('counts').notNullable();
    table.string('hash', 64).notNullable();
    table.index(['at'], 'passerelle_erasures_at');
  });
}

module.exports = { up };
