import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';

/** The main job as a consultant does it, by role and label: from the start screen to a saved disavow.txt. */

const SCREENS = [
  'Overview',
  'Backlinks',
  'Referring domains',
  'Anchors',
  'Targets',
  'Review',
  'Disavow',
  'Imports',
  'Checks',
  'Settings',
];

let host: BrowserHost;

test.beforeEach(async () => {
  host = await startBrowserHost();
});

test.afterEach(async () => {
  await host.stop();
});

test('the sample project: import, check, judge, review, disavow.txt', async ({ page }) => {
  const problems = watchForProblems(page);
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  await expect(page.getByRole('button', { name: 'Backlinks 1,995' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1,995 links of 294 domains scored.').first()).toBeVisible({ timeout: 60_000 });

  await page.getByRole('button', { name: /^Backlinks/ }).click();
  await filterBy(page, 'risk>=60 state:live');
  const links = page.getByRole('grid', { name: 'Backlinks' });
  await links.getByRole('row').nth(1).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Risk' }).getByRole('listitem').nth(1)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Checks, newest first' })).toContainText('link to the site');

  await links.getByRole('row').nth(1).click();
  await page.keyboard.press('d');
  await expect(links.getByRole('row').nth(1)).toContainText('Disavow domain');
  await page.keyboard.press('Control+z');
  await expect(links.getByRole('row').nth(1)).not.toContainText('Disavow domain');

  await page.getByRole('button', { name: /^Review/ }).click();
  const queue = page.getByRole('grid', { name: 'Domains to review' });
  const first = queue.getByRole('row').nth(1);
  const domain = (await first.getByRole('rowheader').or(first.getByRole('gridcell')).first().innerText()).trim();
  await first.click();
  await page.keyboard.press('d');
  await expect(queue).not.toContainText(domain);

  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Disavow/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'Text of disavow.txt' })).toContainText(`domain:${domain}`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download disavow.txt' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('disavow.txt');
  expect(readFileSync(await download.path(), 'utf8')).toContain(`\ndomain:${domain}\n`);
  expect(problems).toEqual([]);
});

test('a new project: exports by file dialog, a preview, every row accounted for', async ({ page }) => {
  const problems = watchForProblems(page);
  const latest = join(host.folder, 'acme.example-Latest links-2026-11-01.csv');
  const own = join(host.folder, 'acme.example-Top target pages-2026-11-01.csv');
  writeFileSync(latest, 'Linking page,Last crawled\nhttps://blog.example/post,2026-04-01\nnot an address,2026-04-02\n');
  writeFileSync(own, 'Target page,Incoming links,Linking sites\nhttps://acme.example/,26,15\n');

  await page.goto(host.url);
  await page.getByRole('button', { name: 'New project…' }).click();
  await page.getByRole('textbox', { name: 'The client’s sites' }).fill('www.acme.example');
  await page.getByRole('button', { name: 'Choose where to save…' }).click();
  await page.getByRole('textbox', { name: 'File name' }).fill('acme');
  await page.getByRole('button', { name: 'Save here' }).click();

  await page.getByRole('button', { name: 'Imports' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose exports…' }).first().click();
  await (await choosing).setFiles([latest, own]);
  await expect(page.getByText('Search Console latest links').first()).toBeVisible();
  await expect(page.getByText(/own pages/).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const past = page.getByRole('grid', { name: 'Imports' });
  await expect(past.getByRole('row').nth(1)).toContainText('acme.example-Latest links-2026-11-01.csv');
  await page.getByRole('button', { name: /^Backlinks/ }).click();
  await expect(page.getByRole('grid', { name: 'Backlinks' })).toContainText('blog.example');
  expect(problems).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen passes axe in the ${colorScheme} palette`, async ({ page }) => {
    test.setTimeout(240_000);
    // Colours that fade from one to the other are none of the palette.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(host.url);
    await expectAccessible(page, 'Start');
    await page.getByRole('button', { name: 'Open the sample project' }).click();
    await expect(page.getByText('1,995 links of 294 domains scored.').first()).toBeVisible({ timeout: 60_000 });
    for (const screen of SCREENS) {
      await page
        .getByRole('button', { name: new RegExp(`^${screen}`) })
        .first()
        .click();
      await expect(page.getByRole('main')).toBeVisible();
      await expectAccessible(page, screen);
    }
  });
}

async function filterBy(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/\d of 1,995/)).toBeVisible();
}

async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${screen}: ${id} at ${nodes[0]?.html}`)).toEqual([]);
}

/** Errors of the page and of its policy that nobody would see. */
function watchForProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}
