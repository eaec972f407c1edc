/**
 * `passerelle_polls`: a poll's course since it opened. `secret` is an envelope (platform/crypto) until the poll is
 * counted out, then null; `paper` is what its ballots are cast on, `result` the final count, both JSON.
 * `passerelle_poll_participations`: who has voted, as tags. `passerelle_poll_tallies`: the counts, in sealed boxes.
 * `passerelle_poll_hours`: ballots by the hour, from the counting-out on.
 * Instants are milliseconds since 1970. docs/adr/0010 says why it is split so.
 */
async function up(knex) {
  const sqlite = knex.client.dialect === 'sqlite3';

  await knex.schema.createTable('passerelle_polls', (table) => {
    table.string('document_id', 64).primary();
    table.text('secret');
    table.bigInteger('opened_at').notNullable();
    table.bigInteger('closed_at');
    table.bigInteger('counts_at');
    table.bigInteger('counted_at');
    table.text('paper').notNullable();
    table.text('result');
    table.string('hash', 64);
  });

  // Without a rowid nothing tells in which order the tags came.
  await knex.raw(`CREATE TABLE passerelle_poll_participations (
    poll varchar(64) NOT NULL,
    voter_tag ${sqlite ? 'blob' : 'bytea'} NOT NULL,
    hour bigint NOT NULL,
    PRIMARY KEY (poll, voter_tag)
  )${sqlite ? ' WITHOUT ROWID' : ''}`);

  // On PostgreSQL a box is rewritten within its page: half of each page is left free for that.
  await knex.raw(`CREATE TABLE passerelle_poll_tallies (
    poll varchar(64) NOT NULL,
    stripe integer NOT NULL,
    box ${sqlite ? 'blob' : 'bytea'} NOT NULL,
    PRIMARY KEY (poll, stripe)
  )${sqlite ? ' WITHOUT ROWID' : ' WITH (fillfactor = 50)'}`);

  await knex.schema.createTable('passerelle_poll_hours', (table) => {
    table.string('poll', 64).notNullable();
    table.bigInteger('hour').notNullable();
    table.bigInteger('ballots').notNullable();
    table.primary(['poll', 'hour']);
  });
}

module.exports = { up };
