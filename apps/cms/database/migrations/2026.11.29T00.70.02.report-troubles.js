/**
 * `passerelle_report_troubles`: places of reports that can't be reached now, since when, and when a person was told.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_report_troubles', (table) => {
    table.string('source', 16).primary();
    table.bigInteger('since').notNullable();
    table.bigInteger('told_at');
  });
}

module.exports = { up };
