import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';

/** A table no vendor is known by: columns chosen by hand, saved under a name, used again by itself. */

let host: BrowserHost;

test.beforeEach(async () => {
  host = await startBrowserHost();
});

test.afterEach(async () => {
  await host.stop();
});

test('columns are chosen by hand, counted at once and kept as a preset', async ({ page }) => {
  const own = 'https://www.hollow-oak-kitchens.example/';
  const first = join(host.folder, 'sheet.csv');
  const second = join(host.folder, 'next-month.csv');
  writeFileSync(first, `Seen at,Goes to,Words\nhttps://one.example/a,${own},oak\nno address,${own},oak\n`);
  writeFileSync(second, `Seen at,Goes to,Words\nhttps://two.example/b,${own},oak kitchens\n`);

  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  await expect(page.getByText('1,995 links of 294 domains scored.').first()).toBeVisible({ timeout: 60_000 });
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: /^Imports/ })
    .click();

  await page.getByLabel('Export files').setInputFiles(first);
  const card = page.getByRole('article', { name: 'sheet.csv' });
  for (const [role, column] of [
    ['Source page', /^Seen at/],
    ['Target', /^Goes to/],
    ['Anchor', /^Words/],
  ] as const) {
    await card.getByRole('button', { name: new RegExp(`${role}$`) }).click();
    await page.getByRole('option', { name: column }).click();
  }
  await expect(card).toContainText('Of the first 2 rows, 1 can be imported and 1 would be rejected:');
  await expect(card).toContainText('1 × the source is not a web address');
  await card.getByRole('textbox', { name: 'Name of the preset' }).fill('Agency sheet');
  await card.getByText('For all my projects').click();
  await card.getByRole('button', { name: 'Save as preset' }).click();
  await expect(page.getByText(/^Saved as “Agency sheet”/)).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 file' }).click();

  const past = page.getByRole('grid', { name: 'Imports' });
  await past.getByRole('row').filter({ hasText: 'sheet.csv' }).click();
  const evidence = page.getByRole('region', { name: 'sheet.csv' });
  await expect(evidence).toContainText('Line 3');
  await expect(evidence).toContainText('no address');

  await page.getByLabel('Export files').setInputFiles(second);
  const next = page.getByRole('article', { name: 'next-month.csv' });
  await expect(next.getByRole('button', { name: 'Back to what was detected' })).toBeVisible();
  await expect(next).toContainText('The first row can be imported.');
});
