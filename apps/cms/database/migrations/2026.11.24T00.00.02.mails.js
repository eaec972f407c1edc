/**
 * `passerelle_mails`: every mail that was asked for, and what became of it. `content` holds the address, the names
 * and what is said, sealed, until it is purged. Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_mails', (table) => {
    table.string('id', 36).primary();
    table.string('template', 64).notNullable();
    table.string('state', 16).notNullable();
    table.integer('attempts').notNullable();
    table.bigInteger('at').notNullable();
    table.string('message_id', 300).notNullable();
    table.string('failure', 80);
    table.text('content', 'longtext');
    table.index(['at'], 'passerelle_mails_at');
  });
}

module.exports = { up };
