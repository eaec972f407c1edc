import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/admin.ts';
import { expectLive, told } from '../support/newsroom.ts';
import {
  ballotsOf,
  castVotes,
  type Poll,
  pathOf,
  publishPoll,
  resultsPathOf,
  siteUrl,
} from '../support/polls.ts';

async function openPoll(page: Page, poll: Poll): Promise<void> {
  await page.goto(
    `${told('CMS_URL')}/admin/content-manager/collection-types/api::poll.poll/${poll.id}?plugins[i18n][locale]=fr-CA`,
  );
  await expect(page.getByText(/^\d bulletins?$/).first()).toBeVisible();
}

const dialog = (page: Page) => page.getByRole('dialog');

test('staff export a poll, reset it with its name typed, and close it; the site follows', async ({
  page,
}) => {
  const poll = await publishPoll();
  await castVotes(poll, ['un', 'deux', 'deux']);
  await signIn(page);
  await openPoll(page, poll);

  await page.getByRole('button', { name: 'Exporter le sondage' }).click();
  const downloading = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Télécharger' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe(`sondage-${poll.slug['fr-CA']}.csv`);
  const rows = readFileSync(await file.path(), 'utf8');
  expect(rows).toMatch(/^\ufeffRubrique,Clé,/);
  expect(rows).toContain('Choix,deux,La forêt,2,67');
  await expect(dialog(page)).toBeHidden();

  await page.getByRole('button', { name: 'Réinitialiser le sondage' }).click();
  await dialog(page).getByLabel('Raison').fill('Des votes d’essai');
  await dialog(page)
    .getByLabel(/^Pour confirmer/)
    .fill('autre-chose');
  await dialog(page).getByRole('button', { name: 'Effacer les bulletins' }).click();
  await expect(dialog(page)).toContainText('Tapez exactement');
  expect(await ballotsOf(poll)).toBe(3);
  await dialog(page)
    .getByLabel(/^Pour confirmer/)
    .fill(poll.slug['fr-CA']);
  await dialog(page).getByRole('button', { name: 'Effacer les bulletins' }).click();
  await expect(dialog(page)).toBeHidden();
  expect(await ballotsOf(poll)).toBe(0);
  await castVotes(poll, ['trois']);

  await page.getByRole('button', { name: 'Fermer le sondage' }).click();
  await expect(dialog(page)).toContainText('Un sondage fermé ne se rouvre pas');
  await dialog(page).getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('button', { name: 'Fermer le sondage' })).toBeFocused();
  await page.getByRole('button', { name: 'Fermer le sondage' }).click();
  await dialog(page).getByRole('button', { name: 'Fermer maintenant' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText('Fermé', { exact: true }).first()).toBeVisible();
  await expectLive(pathOf(poll, 'fr-CA'), 'Le vote est terminé.');
  await expectLive('/en/polls/', poll.question['en-CA']);

  await page.goto(siteUrl(resultsPathOf(poll, 'fr-CA')));
  await expect(page.getByRole('status')).toHaveText('Le vote est terminé.');
  await expect(page.getByRole('row', { name: /La ville/ })).toContainText('100');
});
