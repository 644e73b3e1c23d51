import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';

/** Who saw what, in the overview: each count leads to the links or domains it counts. */

let host: BrowserHost;

test.beforeEach(async () => {
  host = await startBrowserHost();
});

test.afterEach(async () => {
  await host.stop();
});

test('pairs and combinations of sources, each with the links and domains behind it, by keyboard', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  await expect(page.getByText('1,995 links of 294 domains scored.').first()).toBeVisible({ timeout: 90_000 });
  const overview = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Overview' });

  await page.getByRole('tab', { name: 'Each source' }).focus();
  await page.keyboard.press('ArrowRight');
  const pairs = page.getByRole('table', { name: 'What both of two sources know' });
  await expect(pairs.getByRole('row')).toHaveText([
    'Both ofLinksOnly hereDomainsOnly here',
    'Search Console and Ahrefs61032226220',
    'Search Console and Semrush5392512519',
    'Ahrefs and Semrush4711832508',
  ]);
  await page.keyboard.press('Tab');
  await expect(pairs.getByRole('button', { name: '610 links known to Search Console and Ahrefs' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('610 of 1,995')).toBeVisible();

  await overview.click();
  await page.getByRole('tab', { name: 'Combinations' }).click();
  const combinations = page.getByRole('table', { name: 'What exactly these sources know' });
  await expect(combinations.getByRole('row')).toHaveCount(8);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await combinations.getByRole('button', { name: '322 links known to only Search Console and Ahrefs' }).click();
  await expect(page.getByText('322 of 1,995')).toBeVisible();
  await overview.click();
  await page.getByRole('tab', { name: 'Combinations' }).click();
  await combinations.getByRole('button', { name: '20 domains known to only Search Console and Ahrefs' }).click();
  await expect(page.getByText('20 of 298')).toBeVisible();
});
