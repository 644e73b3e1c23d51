import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';
import { zipOf } from '../support/zip-file.ts';

/** A file in an old encoding: what its letters tell, and another choice by hand. */

let host: BrowserHost;

test.beforeEach(async () => {
  host = await startBrowserHost();
});

test.afterEach(async () => {
  await host.stop();
});

test('the encoding of a file is shown and can be chosen, and the import keeps to it', async ({ page }) => {
  test.setTimeout(180_000);
  const own = 'https://www.hollow-oak-kitchens.example/';
  const path = join(host.folder, 'links.csv');
  const text = `Source URL,Target URL,Anchor\nhttps://one.example/a,${own},meble kuchenne z dębu\nhttps://two.example/b,${own},życie\n`;
  writeFileSync(path, iconv.encode(text, 'windows-1250'));
  const archive = join(host.folder, 'links.zip');
  const content = iconv.encode(text, 'windows-1250');
  writeFileSync(
    archive,
    zipOf([
      { name: 'one.csv', content },
      { name: 'two.csv', content },
    ]),
  );

  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  await expect(page.getByText('1,995 links of 294 domains scored.').first()).toBeVisible({ timeout: 90_000 });
  const screens = page.getByRole('navigation', { name: 'Screens' });
  await screens.getByRole('button', { name: /^Imports/ }).click();
  await page.getByLabel('Export files').setInputFiles(archive);
  const bundle = page.getByRole('article', { name: 'links.zip' });
  await expect(bundle).toContainText('dêbu');
  await bundle.getByRole('button', { name: /Text encoding of all tables/ }).click();
  await page.getByRole('option', { name: 'windows-1250 (Central European)' }).click();
  await expect(bundle).toContainText('meble kuchenne z dębu');
  await page.getByRole('button', { name: 'Take links.zip off the list' }).click();
  await page.getByLabel('Export files').setInputFiles(path);
  const card = page.getByRole('article', { name: 'links.csv' });
  await expect(card).toContainText('windows-1252 (Western European), comma separated');
  await expect(card).toContainText('dêbu');
  await card.getByRole('button', { name: /Text encoding/ }).click();
  await page.getByRole('option', { name: 'windows-1250 (Central European)' }).click();
  await expect(card).toContainText('meble kuchenne z dębu');
  await expect(card).toContainText('windows-1250 (Central European), comma separated');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await expect(page.getByText('2 new', { exact: false }).first()).toBeVisible();

  await screens.getByRole('button', { name: /^Anchors/ }).click();
  await page.keyboard.press('/');
  await page.keyboard.type('dębu');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Anchors' })).toContainText('meble kuchenne z dębu');
});
