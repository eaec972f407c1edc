/**
 * `passerelle_draft_links`: which addresses were mailed a link to go on with a draft, for a day, so that nobody is mailed
 * without end. `email_index` is a keyed hash. `at` is milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_draft_links', (table) => {
    table.string('id', 36).primary();
    table.string('email_index', 43).notNullable();
    table.bigInteger('at').notNullable();
    table.index(['email_index', 'at'], 'passerelle_draft_links_email');
    table.index(['at'], 'passerelle_draft_links_at');
  });
}

module.exports = { up };
