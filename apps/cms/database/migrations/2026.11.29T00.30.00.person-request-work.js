/**
 * `passerelle_person_requests`: how a request is worked. `extended_at` is when it was put off (`due_at` is the new day),
 * `extension` why, sealed as `reason` is. `reminded` says how far its privacy officer was reminded before that `due_at`:
 * 0 not at all, 1 ten days before, 2 two days before, 3 once it was late. `fetch_hash` is the SHA-256 of the mailed secret
 * with which the person fetches what is kept, until `fetch_until`, `fetch_left` times. Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.alterTable('passerelle_person_requests', (table) => {
    table.bigInteger('extended_at');
    table.text('extension');
    table.integer('reminded').notNullable().defaultTo(0);
    table.string('fetch_hash', 64);
    table.bigInteger('fetch_until');
    table.integer('fetch_left').notNullable().defaultTo(0);
    table.index(['fetch_hash'], 'passerelle_person_requests_fetch');
  });
}

module.exports = { up };
