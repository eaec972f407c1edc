/**
 * `evidence` of `passerelle_subscribers`: what was handed over with a reader who was imported, as JSON sealed under the
 * record's own key; empty for those who subscribed here.
 */
async function up(knex) {
  await knex.schema.alterTable('passerelle_subscribers', (table) => {
    table.text('evidence');
  });
}

module.exports = { up };
