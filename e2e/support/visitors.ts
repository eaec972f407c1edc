import { test as base, expect, type Page } from '@playwright/test';
import { freshAddress } from './polls.ts';

/** Tests of visitors, each from an address of its own, so that they don't make each other's network hot. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  extraHTTPHeaders: async ({}, use) => {
    await use({ 'x-forwarded-for': freshAddress() });
  },
});

/** What a visitor reads while voting, by language. */
export const WORDS = {
  'fr-CA': {
    ...{ vote: 'Voter', results: 'Voir les résultats', confirm: 'Confirmer mon vote' },
    ...{ confirmTitle: 'Confirmez votre vote', accepted: 'Merci\u202f! Votre vote est compté.' },
    ...{ hasVoted: 'Merci\u202f! Vous avez voté dans ce sondage.', own: 'Votre choix' },
    ...{ none: 'Choisissez une réponse avant de voter.', error: 'Erreur' },
    ...{ already: 'Vous avez déjà voté', closed: 'Le vote est terminé', sea: 'La mer' },
    ...{ tooMany: 'Trop de votes depuis votre réseau', forest: 'La forêt', all: 'Tous les sondages' },
  },
  'en-CA': {
    ...{ vote: 'Vote', results: 'See the results', confirm: 'Confirm my vote' },
    ...{ confirmTitle: 'Confirm your vote', accepted: 'Thank you! Your vote is counted.' },
    ...{ hasVoted: 'Thank you! You have voted in this poll.', own: 'Your choice' },
    ...{ none: 'Choose an answer before you vote.', error: 'Error' },
    ...{ already: 'You have already voted', closed: 'Voting has ended', sea: 'The sea' },
    ...{ tooMany: 'Too many votes from your network', forest: 'The forest', all: 'All polls' },
  },
} as const;

/** The shares a table of results shows, in percent. */
export async function sharesOn(page: Page): Promise<number[]> {
  const shares = await page.locator('.poll-share:visible').allInnerTexts();
  return shares.map((share) => Number(share.replace(/\D/g, '')));
}

/** The row that is marked as the visitor's own choice, and no other. */
export async function expectOwn(page: Page, label: string, own: string): Promise<void> {
  await expect(page.locator('.poll-own:visible')).toHaveText([own]);
  await expect(page.locator('tr', { has: page.locator('.poll-own:visible') })).toContainText(label);
}

/** Gathers what the browser complains of: errors, refused resources, requests to other sites. */
export function complaintsOf(page: Page, site: string): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error ${error.message}`));
  page.on('console', (message) => {
    // That an answer has the status of a refusal is said there too.
    const refused = /status of (?:409|410|422|429)/.test(message.text());
    if (message.type() === 'error' && !refused) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(site).origin) complaints.push(request.url());
  });
  return complaints;
}
