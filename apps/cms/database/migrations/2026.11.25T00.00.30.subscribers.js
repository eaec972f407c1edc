/**
 * `passerelle_subscribers`: who asked for the newsletter. `email`, `new_email` and `manage_token` are sealed under the
 * record's own key (platform/crypto/personal-records.ts); `email_index` finds an address without its text. `status` is
 * pending, active, unsubscribed or suppressed; one that is active and has `paused_until` ahead is paused. `topics` and
 * `programmes` are JSON lists of document ids, empty for all.
 * `passerelle_subscriber_tokens`: what was mailed to them, as SHA-256 alone. `subscriber` may be gone: its links still
 * answer.
 * `passerelle_suppressions`: addresses that can't be written to or don't want to be, as blind indexes; they outlive the
 * subscriber.
 * Instants are milliseconds since 1970.
 */
async function up(knex) {
  await knex.schema.createTable('passerelle_subscribers', (table) => {
    table.string('id', 36).primary();
    table.string('email_index', 64).notNullable().unique('passerelle_subscribers_email');
    table.text('wrapped_key').notNullable();
    table.string('kid', 32).notNullable();
    table.text('email').notNullable();
    table.text('new_email');
    table.text('manage_token').notNullable();
    table.string('locale', 8).notNullable();
    table.text('topics').notNullable();
    table.text('programmes').notNullable();
    table.string('frequency', 8).notNullable();
    table.string('status', 16).notNullable();
    table.bigInteger('paused_until');
    table.string('wording', 32).notNullable();
    table.string('page', 300).notNullable();
    table.string('form_version', 4).notNullable();
    table.bigInteger('joined_at').notNullable();
    table.bigInteger('asked_at').notNullable();
    table.bigInteger('mailed_at');
    table.bigInteger('confirmed_at');
    table.bigInteger('ended_at');
    table.bigInteger('last_issue_at');
    table.index(['status', 'locale', 'frequency'], 'passerelle_subscribers_segment');
  });

  await knex.schema.createTable('passerelle_subscriber_tokens', (table) => {
    table.string('hash', 64).primary();
    table.string('subscriber', 36).notNullable();
    table.string('purpose', 16).notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('expires_at');
    table.bigInteger('used_at');
    table.index(['subscriber'], 'passerelle_subscriber_tokens_subscriber');
  });

  await knex.schema.createTable('passerelle_suppressions', (table) => {
    table.string('email_index', 64).primary();
    table.string('reason', 16).notNullable();
    table.bigInteger('at').notNullable();
  });
}

module.exports = { up };
