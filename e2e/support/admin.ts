import { expect, type Page } from '@playwright/test';
import { told } from './newsroom.ts';

/** Signs in to the admin as somebody of the staff would, on the French sign-in page; the administrator unless told. */
export async function signIn(
  page: Page,
  account = { email: told('ADMIN_EMAIL'), password: told('ADMIN_PASSWORD') },
): Promise<void> {
  await page.goto(`${told('CMS_URL')}/admin/auth/login`);
  await expect(page.locator('html')).toHaveAttribute('lang', /^fr/);
  await page.getByRole('textbox', { name: 'Courriel' }).fill(account.email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(account.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).toHaveURL(/\/admin\/?$/);
  // Until the home page is there, Strapi may still put a page of its own in place of the one that is asked for.
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible();
}

/** Opens an article's edit view in a locale. */
export async function openArticle(page: Page, documentId: string, locale: string): Promise<void> {
  await page.goto(
    `${told('CMS_URL')}/admin/content-manager/collection-types/api::article.article/${documentId}?plugins[i18n][locale]=${locale}`,
  );
  await expect(titleField(page)).not.toHaveValue('');
}

export const titleField = (page: Page) => page.locator('input[name="title"]');

export const publishButton = (page: Page) => page.getByRole('button', { name: 'Publier', exact: true });
