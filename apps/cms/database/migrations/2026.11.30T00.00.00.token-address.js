/** A link to another address confirms that address alone: its blind index, null for tokens of other purposes. */
async function up(knex) {
  await knex.schema.alterTable('passerelle_subscriber_tokens', (table) => table.string('email_index', 64));
}

module.exports = { up };
