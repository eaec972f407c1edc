/**
 * `passerelle_inquiry_invitations`: what visitors were asked to send. `token_hash` is the SHA-256 of a mailed secret.
 * `passerelle_inquiry_files`: what they sent. `wrapped_key` and `kid` are of the record's key (platform/crypto), under
 * which `name` and `content_key` are sealed; the bytes are in a file named by `id`, encrypted under `content_key`, which
 * is null once they are destroyed. Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_inquiry_invitations', (table) => {
    table.string('id', 36).primary();
    table.string('inquiry', 36).notNullable();
    table.string('token_hash', 64).notNullable().unique('passerelle_inquiry_invitations_token');
    table.bigInteger('at').notNullable();
    table.bigInteger('ends_at').notNullable();
    table.text('actor').notNullable();
    table.integer('most').notNullable();
    table.integer('received').notNullable();
    table.index(['inquiry', 'at'], 'passerelle_inquiry_invitations_inquiry');
  });

  await knex.schema.createTable('passerelle_inquiry_files', (table) => {
    table.string('id', 36).primary();
    table.string('inquiry', 36).notNullable();
    table.string('invitation', 36).notNullable();
    table.bigInteger('at').notNullable();
    table.string('kind', 8).notNullable();
    table.integer('bytes').notNullable();
    table.string('state', 8).notNullable();
    table.bigInteger('checked_at');
    table.text('wrapped_key').notNullable();
    table.string('kid', 16).notNullable();
    table.text('name').notNullable();
    table.text('content_key');
    table.index(['inquiry', 'at'], 'passerelle_inquiry_files_inquiry');
    table.index(['state', 'at'], 'passerelle_inquiry_files_state');
  });
}

module.exports = { up };
