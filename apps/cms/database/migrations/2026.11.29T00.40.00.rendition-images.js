/** The images of a rendition, which travel with its mails: JSON, `{ cid, mime, base64 }` each; empty without any. */
async function up(knex) {
  await knex.schema.alterTable('passerelle_renditions', (table) => {
    table.text('images', 'longtext');
  });
}

module.exports = { up };
