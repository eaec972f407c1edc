/**
 * `passerelle_bounces`: what came back of mails to readers. `message_id` is the delivery's, `reader` a subscriber's id: no
 * address is here. One of a kind a mail: hard, soft or complaint. `source` is how it was heard of.
 * `passerelle_webhook_tokens`: what signed messages of the mail provider were signed with, as SHA-256, so that none is taken
 * twice.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_bounces', (table) => {
    table.string('message_id', 300).notNullable();
    table.string('kind', 16).notNullable();
    table.string('reader', 36).notNullable();
    table.string('status', 16);
    table.string('source', 16).notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['message_id', 'kind']);
    table.index(['reader', 'kind', 'at'], 'passerelle_bounces_reader');
    table.index(['at'], 'passerelle_bounces_at');
  });

  await knex.schema.createTable('passerelle_webhook_tokens', (table) => {
    table.string('hash', 64).primary();
    table.bigInteger('at').notNullable();
  });
}

module.exports = { up };
