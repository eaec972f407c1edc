import { expect, type Page } from '@playwright/test';
import { axeComplaints } from '../support/access-rules.ts';
import { overflowOf } from '../support/inspect.ts';
import { tabTo } from '../support/keyboard.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { freshEmail, LETTER } from '../support/newsletter.ts';
import { type Locale, siteUrl } from '../support/polls.ts';
import { test } from '../support/visitors.ts';

/** Forms by the keyboard alone: what is wrong is announced, has the focus, and leads to its field. */

/** Sent sooner, a form is taken for a machine's. */
const READING_MS = 900;

const REQUEST = {
  'fr-CA': {
    ...{ path: '/renseignements-personnels/', kind: 'Faire effacer mes renseignements' },
    ...{ name: 'Votre nom', email: 'Votre courriel', send: 'Envoyer la demande', error: 'Erreur' },
    ...{ kindMissing: 'Choisissez ce que vous voulez faire.', nameMissing: 'Écrivez votre nom.' },
    ...{ emailMissing: 'Écrivez votre courriel.', emailWrong: /Ce n’est pas une adresse de courriel/ },
    look: 'Regardez vos courriels',
  },
  'en-CA': {
    ...{ path: '/en/personal-information/', kind: 'Have my information erased' },
    ...{ name: 'Your name', email: 'Your e-mail address', send: 'Send the request', error: 'Error' },
    ...{ kindMissing: 'Choose what you want to do.', nameMissing: 'Write your name.' },
    ...{ emailMissing: 'Write your e-mail address.', emailWrong: /This is no e-mail address/ },
    look: 'Look in your e-mail',
  },
} as const;

/** The summary of errors has the focus, is announced as the page opens, and its title says so too. */
async function expectSummary(page: Page, locale: Locale, faults: readonly (string | RegExp)[]) {
  const summary = page.getByRole('main').getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${REQUEST[locale].error}`));
  await expect(summary.getByRole('listitem')).toHaveText([...faults]);
  expect(await axeComplaints(page)).toEqual([]);
  expect(await overflowOf(page)).toEqual([]);
}

async function send(page: Page, button: string): Promise<void> {
  await page.waitForTimeout(READING_MS);
  await tabTo(page, page.getByRole('main').getByRole('button', { name: button }));
  await page.keyboard.press('Enter');
}

test('from the newsletter’s box to the preferences, and to its end', async ({ page }) => {
  const words = LETTER['fr-CA'];
  const main = page.getByRole('main');
  const email = freshEmail();
  await page.goto(siteUrl('/nouvelles/eimt-employeurs/'));
  await tabTo(page, page.getByRole('region', { name: words.boxTitle }).getByLabel(words.box));
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(main.getByLabel(words.box)).toHaveValue(email);

  await send(page, words.join);
  await expectSummary(page, 'fr-CA', ['Cochez la case pour que nous ayons votre consentement.']);
  await tabTo(page, main.getByRole('alert').getByRole('link'));
  await page.keyboard.press('Enter');
  const consent = page.getByRole('checkbox', { name: words.consent });
  await expect(consent).toBeFocused();
  await expect(consent).toHaveAccessibleDescription(/Cochez la case/);
  await page.keyboard.press('Space');
  await send(page, words.join);
  await expect(page).toHaveURL(siteUrl(words.sent));

  await page.goto(linkIn(await mailTo(email, 'newsletter-confirm'), words.confirm));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.confirmed);
  const welcome = await mailTo(email, 'newsletter-welcome');
  await page.goto(linkIn(welcome, words.manage));
  await tabTo(page, page.getByRole('checkbox', { name: words.studies, exact: true }));
  await page.keyboard.press('Space');
  const weekly = page.getByRole('radio', { name: 'Une fois par semaine' });
  await tabTo(page, page.getByRole('radio', { name: /./, checked: true }).first());
  await page.keyboard.press('ArrowDown');
  await expect(weekly).not.toBeChecked();
  await send(page, words.save);
  await expect(page.getByRole('status')).toHaveText(words.saved);
  await expect(page.getByRole('checkbox', { name: words.studies, exact: true })).toBeChecked();

  await page.goto(linkIn(welcome, words.end));
  await send(page, words.endButton);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.over);
});

for (const locale of ['fr-CA', 'en-CA'] as const) {
  test.describe(`${locale}, 320 pixels wide`, () => {
    test.use({ viewport: { width: 320, height: 640 } });

    test('a request about one’s own data', async ({ page }) => {
      const words = REQUEST[locale];
      const main = page.getByRole('main');
      const [name, email] = [main.getByLabel(words.name), main.getByLabel(words.email)];
      await page.goto(siteUrl(words.path));
      expect(await axeComplaints(page)).toEqual([]);
      await send(page, words.send);
      await expectSummary(page, locale, [words.kindMissing, words.nameMissing, words.emailMissing]);

      const links = main.getByRole('alert').getByRole('link');
      await tabTo(page, links.first());
      await page.keyboard.press('Enter');
      await expect(main.getByRole('radio').first()).toBeFocused();
      await page.keyboard.press('Space');
      while (!(await main.getByRole('radio', { name: words.kind }).isChecked())) {
        await page.keyboard.press('ArrowDown');
      }
      await tabTo(page, name);
      await expect(name).toHaveAccessibleDescription(new RegExp(words.nameMissing));
      await page.keyboard.type('Visiteur d’essai');
      await tabTo(page, email);
      await page.keyboard.type('visiteur');
      await send(page, words.send);

      await expectSummary(page, locale, [words.emailWrong]);
      await tabTo(page, links.first());
      await page.keyboard.press('Enter');
      await expect(email).toBeFocused();
      await expect(email).toHaveAccessibleDescription(words.emailWrong);
      // What was right is kept.
      await expect(name).toHaveValue('Visiteur d’essai');
      await expect(main.getByRole('radio', { name: words.kind })).toBeChecked();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(freshEmail());
      await send(page, words.send);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.look);
      expect(await axeComplaints(page)).toEqual([]);
    });
  });
}
