/**
 * `passerelle_schedules`: when each schedule comes due next, on both databases.
 * `passerelle_jobs`: the embedded runner's queue, on SQLite; on PostgreSQL pg-boss keeps its own schema.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_schedules', (table) => {
    table.string('name').primary();
    table.string('cron').notNullable();
    table.string('time_zone').notNullable();
    table.bigInteger('due_at').notNullable();
  });

  if (knex.client.dialect !== 'sqlite3') return;

  await knex.schema.createTable('passerelle_jobs', (table) => {
    table.increments('id');
    table.text('name').notNullable();
    table.text('payload').notNullable();
    table.text('dedupe_key');
    table.enum('state', ['waiting', 'running', 'dead']).notNullable();
    table.bigInteger('run_at').notNullable();
    table.integer('attempts').notNullable();
    table.text('holder');
    table.bigInteger('lease_until');
    table.text('error');
    table.bigInteger('failed_at');
  });
  await knex.raw('CREATE INDEX passerelle_jobs_due ON passerelle_jobs (state, run_at, id)');
  await knex.raw(
    "CREATE UNIQUE INDEX passerelle_jobs_one_waiting ON passerelle_jobs (name, dedupe_key) WHERE state = 'waiting'",
  );
  await knex.raw(
    "CREATE UNIQUE INDEX passerelle_jobs_one_running ON passerelle_jobs (name, dedupe_key) WHERE state = 'running'",
  );
}

module.exports = { up };
