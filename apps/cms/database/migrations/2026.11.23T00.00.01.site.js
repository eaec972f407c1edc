const { randomUUID } = require('node:crypto');

/**
 * `passerelle_changes`: the last committed change of each document in each locale that the site shows;
 * the highest revision is that of the whole content.
 * `passerelle_identity`: one row, naming this database for those who keep a copy of its content.
 * `passerelle_releases`: what the publisher reported of its builds.
 * `passerelle_seeds` and `passerelle_imports`: which document came of which file.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_changes', (table) => {
    table.bigIncrements('revision');
    table.string('kind', 32).notNullable();
    table.string('document_id', 64).notNullable();
    table.string('locale', 16);
    table.bigInteger('at').notNullable();
    table.index(['kind', 'document_id', 'locale'], 'passerelle_changes_document');
  });

  await knex.schema.createTable('passerelle_identity', (table) => {
    table.integer('id').primary();
    table.string('epoch', 36).notNullable();
  });
  await knex('passerelle_identity').insert({ id: 1, epoch: randomUUID() });

  await knex.schema.createTable('passerelle_releases', (table) => {
    table.bigIncrements('id');
    table.string('build', 64).notNullable().unique();
    table.string('state', 16).notNullable();
    table.bigInteger('revision').notNullable();
    table.string('started_at', 40).notNullable();
    table.string('finished_at', 40);
    table.double('duration_ms');
    table.integer('pages_written').notNullable();
    table.integer('pages_total').notNullable();
    table.text('failure');
    table.bigInteger('reported_at').notNullable();
    table.index(['state', 'revision'], 'passerelle_releases_state');
  });

  await knex.schema.createTable('passerelle_seeds', (table) => {
    table.string('type', 32).notNullable();
    table.string('key', 120).notNullable();
    table.string('document_id', 64).notNullable();
    table.string('file_digest', 64).notNullable();
    table.string('content_digest', 64).notNullable();
    table.primary(['type', 'key']);
  });

  await knex.schema.createTable('passerelle_imports', (table) => {
    table.string('source_id', 255).primary();
    table.string('document_id', 64).notNullable();
    table.string('locale', 16).notNullable();
    table.string('file_digest', 64).notNullable();
    table.string('content_digest', 64).notNullable();
  });
}

module.exports = { up };
