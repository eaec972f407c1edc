/** A mail to a reader that came back has a state of its own, `bounced`: those that are known are put there. */
async function up(knex) {
  await knex('passerelle_deliveries')
    .whereIn('state', ['sent', 'uncertain'])
    .whereIn('message_id', knex('passerelle_bounces').whereIn('kind', ['hard', 'soft']).select('message_id'))
    .update({ state: 'bounced' });
}

module.exports = { up };
