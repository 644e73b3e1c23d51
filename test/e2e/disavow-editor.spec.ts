import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';

/** The disavow editor by keyboard: typing, problems, fixes, versions. */

const OLD_FILE = join(import.meta.dirname, '../../resources/sample/disavow-2024.txt');

let host: BrowserHost;

test.beforeEach(async () => {
  host = await startBrowserHost();
});

test.afterEach(async () => {
  await host.stop();
});

test('lint follows the typing, a fix takes one key, undo brings the line back', async ({ page }) => {
  const { editor, problems } = await openEditor(page);
  await editor.click();
  await page.keyboard.press('Control+End');
  // Letters and brackets are shortcuts elsewhere; here they are text.
  await page.keyboard.type('Domain: kbd.example\n?[b');
  await expect(editor).toContainText('?[b');
  const misspelt = problems.getByRole('gridcell', { name: 'E6', exact: true });
  await misspelt.click();
  await page.keyboard.press('f');
  await expect(editor).toContainText('domain:kbd.example');
  await expect(misspelt).toHaveCount(0);
  await editor.click();
  await page.keyboard.press('Control+z');
  await expect(editor).toContainText('Domain: kbd.example');
});

test('an imported file is fixed after a preview, kept as a version and compared', async ({ page }) => {
  const { editor } = await openEditor(page);
  await page.getByLabel('Disavow file to import').setInputFiles(OLD_FILE);
  await expect(editor).toContainText('Prepared by the previous agency');
  await expect(page.getByRole('region', { name: 'Coverage and versions' })).toContainText(
    /Covers \d+ links of \d+ domains/,
  );

  await page.getByRole('button', { name: 'Fix all safe problems…' }).click();
  const changes = page.getByRole('grid', { name: 'Changes' });
  await expect(changes).toContainText('domain:payday-loans-fast-cash.example');
  await page.keyboard.press('Control+Enter');
  await expect(editor).toContainText('domain:payday-loans-fast-cash.example');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved as a version with \d+ entries\.$/)).toBeVisible();

  await page
    .getByRole('button', { name: /^More about the version of/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Record an upload…' }).click();
  await page.getByLabel('Search Console property').fill('https://hollow-oak.example/');
  await page.getByLabel('Uploaded on').fill('2026-03-05');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Coverage and versions' })).toContainText(
    'Uploaded Mar 5, 2026 to https://hollow-oak.example/',
  );

  await page.getByRole('button', { name: 'Compare…' }).click();
  await page.getByRole('button', { name: /From/ }).click();
  await page.getByRole('option', { name: /imported/ }).click();
  await expect(page.getByRole('grid', { name: 'Differences' })).toContainText('still covered by domain:');
  await page.keyboard.press('Escape');
  await expect(editor).toBeVisible();
});

test('what was typed is there after a look at another screen, and can still be undone', async ({ page }) => {
  const { editor } = await openEditor(page);
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('domain:kept.example');
  const screens = page.getByRole('navigation', { name: 'Screens' });
  await screens.getByRole('button', { name: /^Settings/ }).click();
  await screens.getByRole('button', { name: /^Disavow/ }).click();
  await expect(editor).toContainText('domain:kept.example');
  await editor.click();
  await page.keyboard.press('Control+z');
  await expect(editor).not.toContainText('domain:kept.example');
});

async function openEditor(page: Page): Promise<{ editor: Locator; problems: Locator }> {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  await expect(page.getByText('1,995 links of 294 domains scored.').first()).toBeVisible({ timeout: 60_000 });
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: /^Disavow/ })
    .click();
  const editor = page.getByRole('textbox', { name: 'Text of disavow.txt' });
  await expect(editor).toBeVisible();
  return { editor, problems: page.getByRole('grid', { name: 'Problems' }) };
}
