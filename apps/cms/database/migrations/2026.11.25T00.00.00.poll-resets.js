/**
 * `passerelle_polls.reset_at`: when its ballots were last thrown away, in milliseconds since 1970. Ballots cast
 * before then that only come now, from a spool, are thrown away with them.
 */
async function up(knex) {
  await knex.schema.alterTable('passerelle_polls', (table) => {
    table.bigInteger('reset_at');
  });
}

module.exports = { up };
