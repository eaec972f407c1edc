/** `programmes`: JSON, the document ids of those an article is about; null until it is looked at again. */
async function up(knex) {
  await knex.schema.alterTable('passerelle_news', (table) => {
    table.text('programmes');
  });
}

module.exports = { up };
