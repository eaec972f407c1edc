/**
 * `passerelle_recognitions`: how each consultant's recognition by the Ministry stands, as it was last marked. `expired_at`
 * is when it was marked as expired, in milliseconds since 1970; `warned_days` the last of the warnings, 120, 90 or 60
 * days before `expires_on`, that was given.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_recognitions', (table) => {
    table.string('document_id', 64).primary();
    table.string('expires_on', 10).notNullable();
    table.bigInteger('expired_at');
    table.integer('warned_days');
  });
}

module.exports = { up };
