/** The site reads the register of processors from now on: those that are there already are told to it as changes. */
async function up(knex) {
  if (!(await knex.schema.hasTable('processors'))) return;
  const rows = await knex('processors').distinct('document_id');
  for (const { document_id } of rows) {
    await knex('passerelle_changes').insert({ kind: 'processor', document_id, locale: null, at: Date.now() });
  }
}

module.exports = { up };
