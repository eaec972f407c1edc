/** `passerelle_audit`, where no earlier migration has made it. `at` is in milliseconds since 1970. */
async function up(knex) {
  if (await knex.schema.hasTable('passerelle_audit')) return;
  await knex.schema.createTable('passerelle_audit', (table) => {
    table.bigIncrements('id');
    table.bigInteger('at').notNullable();
    table.string('actor');
    table.string('action').notNullable();
    table.string('subject').notNullable();
    table.text('detail');
  });
}

module.exports = { up };
