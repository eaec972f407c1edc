import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.2, level AA, as far as a machine can tell. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const RULES = [...WCAG, 'best-practice'];

/** The rules whose verdict depends on colours: what is left to ask of a page once it is seen in others. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe has to say against a page as it stands, as `rule: element`: by all rules, or by some. */
export async function axeComplaints(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    // Without it each look opens a page of its own, to bring frames' results together: there are no frames here.
    .setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(RULES)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What axe has to say against a part of a page of the admin that is ours: what is around it is Strapi's. */
export async function axeComplaintsWithin(page: Page, part = 'main'): Promise<string[]> {
  // A button below the pointer has Strapi's own colour for that.
  await page.mouse.move(0, 0);
  await page.locator(part).first().waitFor();
  // And colours of its own on the way from one state to the next.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );
  const { violations } = await analysisOf(page, part);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Strapi may put a page of its own in place of ours while it fetches something: then ours is waited for once more. */
async function analysisOf(page: Page, part: string) {
  // Nothing runs within a mail that is shown, axe neither: it is looked at by itself.
  const analyze = () => new AxeBuilder({ page }).include(part).exclude('iframe').withTags(WCAG).analyze();
  return await analyze().catch(async (error: Error) => {
    if (!error.message.includes('No elements found for include')) throw error;
    await page.locator(part).first().waitFor();
    return await analyze();
  });
}

/**
 * Boxes whose text may be cut off. A teaser ends where its lines end, at any spacing: the whole text is one click away.
 * A list of choices is drawn by the browser. Others are unseen.
 */
export const CUT_ON_PURPOSE = [
  ...['.news-card-dek', '.programme-card-summary', 'select'],
  ...['.search-name', '.search-link span', '.visually-hidden'],
  ...['.poll-trap', '.form-trap'],
].join(', ');
