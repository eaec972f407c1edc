/**
 * `passerelle_inquiries`: what visitors asked. `wrapped_key` and `kid` are of the record's key (platform/crypto), under
 * which `name`, `email`, `telephone`, `country`, `message`, `details` and `next_action` are sealed, and so are the texts of
 * its events and replies. `email_index` and `telephone_index` are keyed hashes, as are the `token`s of names.
 * `confirm_hash` is the SHA-256 of a mailed secret. `version` is raised by each change. `paused_ms` and `left_ms` are
 * durations of opening hours, `response_minutes` likewise.
 * `passerelle_inquiry_purges`: what was erased by age, as counts, and a hash of the ids.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_inquiries', (table) => {
    table.string('id', 36).primary();
    table.string('reference', 9).notNullable().unique('passerelle_inquiries_reference');
    table.integer('version').notNullable();
    table.string('status', 24).notNullable();
    table.string('priority', 8).notNullable();
    table.integer('assignee');
    table.string('language', 8).notNullable();
    table.string('programme', 120);
    table.text('tags').notNullable();
    table.text('suspicions').notNullable();
    table.bigInteger('received_at').notNullable();
    table.bigInteger('changed_at').notNullable();
    table.bigInteger('due_at');
    table.bigInteger('paused_at');
    table.bigInteger('left_ms');
    table.bigInteger('paused_ms').notNullable();
    table.bigInteger('responded_at');
    table.integer('response_minutes');
    table.bigInteger('escalated_due');
    table.boolean('legal_hold').notNullable();
    table.string('confirm_hash', 64);
    table.bigInteger('confirm_until');
    table.text('wrapped_key').notNullable();
    table.string('kid', 16).notNullable();
    table.string('email_index', 43).notNullable();
    table.string('telephone_index', 43);
    table.text('name').notNullable();
    table.text('email').notNullable();
    table.text('telephone');
    table.text('country');
    table.text('message', 'longtext').notNullable();
    table.text('details', 'longtext').notNullable();
    table.text('next_action');
    table.index(['status', 'due_at'], 'passerelle_inquiries_due');
    table.index(['received_at'], 'passerelle_inquiries_received');
    table.index(['email_index'], 'passerelle_inquiries_email');
    table.index(['telephone_index'], 'passerelle_inquiries_telephone');
    table.index(['confirm_hash'], 'passerelle_inquiries_confirm');
  });

  await knex.schema.createTable('passerelle_inquiry_names', (table) => {
    table.string('token', 43).notNullable();
    table.string('inquiry', 36).notNullable();
    table.primary(['token', 'inquiry']);
    table.index(['inquiry'], 'passerelle_inquiry_names_inquiry');
  });

  await knex.schema.createTable('passerelle_inquiry_events', (table) => {
    table.bigIncrements('sequence');
    table.string('id', 36).notNullable();
    table.string('inquiry', 36).notNullable();
    table.bigInteger('at').notNullable();
    table.text('actor');
    table.string('kind', 24).notNullable();
    table.text('facts').notNullable();
    table.text('content', 'longtext');
    table.index(['inquiry', 'sequence'], 'passerelle_inquiry_events_inquiry');
  });

  await knex.schema.createTable('passerelle_inquiry_replies', (table) => {
    table.string('id', 36).primary();
    table.string('inquiry', 36).notNullable();
    table.string('kind', 16).notNullable();
    table.string('state', 24).notNullable();
    table.text('author').notNullable();
    table.bigInteger('written_at').notNullable();
    table.text('decided_by');
    table.bigInteger('sent_at');
    table.text('content', 'longtext').notNullable();
    table.index(['inquiry', 'written_at'], 'passerelle_inquiry_replies_inquiry');
  });

  await knex.schema.createTable('passerelle_inquiry_purges', (table) => {
    table.bigIncrements('id');
    table.bigInteger('at').notNullable();
    table.text('counts').notNullable();
    table.string('hash', 64).notNullable();
  });
}

module.exports = { up };
