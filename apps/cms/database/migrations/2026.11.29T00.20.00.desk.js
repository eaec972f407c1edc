/**
 * `passerelle_desk_views`: what each of the staff has saved of the desk's list, for themselves. `query` is JSON of its
 * address, without what was searched for.
 * `passerelle_guide_wordings`: what the guide said from `at` on (milliseconds since 1970), by version and language;
 * `wording` is JSON of each question's words and those of its answers.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_desk_views', (table) => {
    table.string('id', 36).primary();
    table.integer('staff').notNullable();
    table.string('name', 60).notNullable();
    table.text('query').notNullable();
    table.boolean('is_default').notNullable();
    table.unique(['staff', 'name'], { indexName: 'passerelle_desk_views_name' });
  });

  await knex.schema.createTable('passerelle_guide_wordings', (table) => {
    table.increments('sequence');
    table.integer('version').notNullable();
    table.string('locale', 8).notNullable();
    table.bigInteger('at').notNullable();
    table.text('wording').notNullable();
    table.index(['version', 'locale', 'at'], 'passerelle_guide_wordings_version');
  });
}

module.exports = { up };
