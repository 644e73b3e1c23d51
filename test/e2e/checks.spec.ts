import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';

/** Checking from the window: what to ask again, how to ask, and what the runs found. */

let host: BrowserHost;

test.beforeEach(async () => {
  host = await startBrowserHost();
});

test.afterEach(async () => {
  await host.stop();
});

test('a second check of some links, its settings, its run and what it found', async ({ page }) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  await expect(page.getByText('1,995 links of 294 domains scored.').first()).toBeVisible({ timeout: 90_000 });
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Checks/ })
    .click();

  await page.getByRole('button', { name: 'Check settings' }).click();
  const settings = page.getByRole('region', { name: 'Check settings' });
  await settings.getByRole('textbox', { name: 'Ask nothing from–to' }).fill('25:00-6');
  await expect(settings.getByText('Write two times of the day: 22:00-06:30.')).toBeVisible();
  await settings.getByRole('textbox', { name: 'Ask nothing from–to' }).fill('');
  await settings.getByRole('textbox', { name: 'Pages a second (0: no limit)' }).fill('500');
  await settings.getByRole('textbox', { name: 'Pages a second (0: no limit)' }).press('Enter');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: /What to check/ }).click();
  await page.getByRole('option', { name: 'Links that could not be checked' }).click();
  await page.getByRole('button', { name: /^Check [\d,]+ links/ }).click();
  const runs = page.getByRole('region', { name: 'Outcomes' });
  await runs.getByText('2 runs').click();
  await expect(runs.getByRole('row').nth(1)).toContainText('Done', { timeout: 90_000 });
  const run = runs.getByRole('button', { name: /^Links that could not be checked/ });
  await run.press('Enter');
  await expect(runs.getByText('Settings: at most 500 pages a second.')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const checks = page.getByRole('grid', { name: 'Checks' });
  await runs
    .getByRole('list', { name: 'What was found' })
    .getByRole('button', { name: /blocked: 403/ })
    .press('Enter');
  await expect(page.getByRole('combobox', { name: 'Filter' })).toHaveValue(/^job:\d+ reason:forbidden$/);
  await expect(checks.getByRole('row').nth(1)).toContainText('could not check (blocked: 403)');
  await runs.getByRole('button', { name: 'Show its checks' }).click();
  await expect(page.getByRole('combobox', { name: 'Filter' })).toHaveValue(/^job:\d+$/);
  await expect(checks.getByRole('row').nth(1)).toContainText('Unknown');
});

test('a check that is cancelled says what is left, and goes on from the list of runs', async ({ page }) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  const jobs = page.getByRole('region', { name: 'Jobs' });
  await expect(jobs.getByText(/pages · /)).toBeVisible({ timeout: 90_000 });
  await jobs.getByRole('button', { name: 'Cancel' }).first().click();
  await expect(jobs.getByText(/^Cancelled with [\d,]+ links? left to check\./)).toBeVisible({ timeout: 90_000 });

  await jobs.getByRole('button', { name: 'See its checks' }).click();
  await expect(page.getByRole('combobox', { name: 'Filter' })).toHaveValue(/^job:\d+$/);
  const runs = page.getByRole('region', { name: 'Outcomes' });
  await runs.getByText('1 run', { exact: true }).click();
  await expect(runs.getByRole('row').nth(1)).toContainText('Cancelled');
  await runs.getByRole('button', { name: 'Go on' }).click();
  await expect(runs.getByRole('row').nth(1)).toContainText('Done', { timeout: 90_000 });
  await expect(runs.getByRole('button', { name: 'Go on' })).toBeHidden();
  await expect(runs.getByRole('row').nth(1)).toContainText(/All links.*Done1,916/);
});
