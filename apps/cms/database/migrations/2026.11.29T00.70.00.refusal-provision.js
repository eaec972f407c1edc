/**
 * `passerelle_person_requests`: `provision` is what of the law a refusal is based on, sealed as `reason` is.
 */
async function up(knex) {
  await knex.schema.alterTable('passerelle_person_requests', (table) => {
    table.text('provision');
  });
}

module.exports = { up };
