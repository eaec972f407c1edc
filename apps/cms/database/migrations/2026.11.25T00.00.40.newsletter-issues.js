/**
 * `passerelle_issues`: what is sent to many at once. `excluded` is JSON, how many candidates were left out by reason;
 * `candidates` and `prepared` are counted when the deliveries are made, and empty before. `until` is what a digest
 * tells of: all that was noticed up to then.
 * `passerelle_renditions`: an issue in the words of one locale and one choice of articles, with slots for what is the
 * reader's own. `articles` is JSON: the document ids that whoever was sent it has been told of.
 * `passerelle_deliveries`: one row for each reader of an issue. `reader` is a subscriber's id: no address is here.
 * `domain` is the one mail goes to, for its pace. `holder` has the row until `lease_until`.
 * `passerelle_news`: what digests tell of, in the order in which it was noticed.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_issues', (table) => {
    table.string('id', 36).primary();
    table.string('kind', 16).notNullable();
    table.string('state', 16).notNullable();
    table.text('content').notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('send_at').notNullable();
    table.bigInteger('until');
    table.integer('candidates');
    table.integer('prepared');
    table.text('excluded').notNullable();
    table.string('problem', 64);
    table.string('holder', 36);
    table.bigInteger('lease_until');
    table.bigInteger('finished_at');
    table.index(['state'], 'passerelle_issues_state');
  });

  await knex.schema.createTable('passerelle_renditions', (table) => {
    table.string('issue', 36).notNullable();
    table.string('key', 64).notNullable();
    table.text('subject').notNullable();
    table.text('html', 'longtext').notNullable();
    table.text('text', 'longtext').notNullable();
    table.text('articles').notNullable();
    table.primary(['issue', 'key']);
  });

  await knex.schema.createTable('passerelle_deliveries', (table) => {
    table.bigIncrements('id');
    table.string('issue', 36).notNullable();
    table.string('reader', 36).notNullable();
    table.string('rendition', 64).notNullable();
    table.string('domain', 253).notNullable();
    table.string('message_id', 300).notNullable();
    table.string('state', 16).notNullable();
    table.integer('attempts').notNullable();
    table.bigInteger('next_at').notNullable();
    table.string('holder', 36);
    table.bigInteger('lease_until');
    table.string('failure', 80);
    table.unique(['issue', 'reader'], { indexName: 'passerelle_deliveries_once' });
    table.index(['message_id'], 'passerelle_deliveries_message');
    table.index(['reader'], 'passerelle_deliveries_reader');
  });
  // What is still to do is found among what is done: only that is in these two.
  await knex.raw(
    `CREATE INDEX passerelle_deliveries_due ON passerelle_deliveries (issue, next_at, id) WHERE state = 'prepared'`,
  );
  await knex.raw(
    `CREATE INDEX passerelle_deliveries_held ON passerelle_deliveries (holder, lease_until)
     WHERE state IN ('leased', 'sending')`,
  );

  await knex.schema.createTable('passerelle_news', (table) => {
    table.string('article', 64).notNullable();
    table.string('locale', 8).notNullable();
    table.string('category', 64);
    table.bigInteger('public_since').notNullable();
    table.bigInteger('noticed_at').notNullable();
    table.bigInteger('appeared_at').notNullable();
    table.boolean('listed').notNullable();
    table.text('corrections').notNullable();
    table.primary(['article', 'locale']);
  });
}

module.exports = { up };
