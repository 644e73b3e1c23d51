import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { checkSettingsSchema } from '../../src/contract/check-settings.ts';
import { closeProject, openProject } from '../../src/engine/open-projects.ts';
import { saveCheckSettings } from '../../src/engine/project-check-settings.ts';
import { type BrowserHost, startBrowserHost } from '../support/browser-host.ts';
import { createProjectFile } from '../support/project-file.ts';

/** Checking from the window: what to ask again, how to ask, and what the runs found. */

// Checks, and three programs that start, take their time on a busy machine.
test.setTimeout(180_000);

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
  await expect(settings.getByText('Write two times: 22:00-06:30.')).toBeVisible();
  await settings.getByRole('textbox', { name: 'Ask nothing from–to' }).fill('');
  await settings.getByRole('textbox', { name: 'Pages a second, 0: all' }).fill('500');
  await settings.getByRole('textbox', { name: 'Pages a second, 0: all' }).press('Enter');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: /What to check/ }).click();
  await page.getByRole('option', { name: 'Links that could not be checked' }).click();
  await page.getByRole('button', { name: /^Check [\d,]+ links/ }).click();
  const runs = page.getByRole('region', { name: 'Outcomes' });
  await runs.getByText('2 runs').click();
  await expect(runs.getByRole('row').nth(1)).toContainText('Done', { timeout: 90_000 });
  const run = runs.getByRole('button', { name: /^Links that could not be checked/ });
  await run.press('Enter');
  await expect(runs.getByText(/^Run \d+\. Settings: at most 500 pages a second\.$/)).toBeVisible();
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

  await page.getByRole('combobox', { name: 'Filter' }).fill('reason:present');
  await expect(checks.getByRole('row').nth(2)).toContainText('the link is in the page');
  await page.getByRole('combobox', { name: 'Filter' }).press('Enter');
  await checks.press('Home');
  const history = page.getByRole('tabpanel', { name: /^Checks \d/ });
  await history.getByText('What was found').first().click();
  await expect(history.getByRole('term').filter({ hasText: 'Links to' }).first()).toBeVisible();
  await expect(history.getByRole('term').filter({ hasText: 'Rel' }).first()).toBeVisible();
  await checks.press('ArrowDown');
  await expect(history.getByRole('term').filter({ hasText: 'Links to' }).first()).toBeVisible();
});

test('a check that is cancelled says what is left, and goes on from the list of runs', async ({ page }) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample project' }).click();
  const jobs = page.getByRole('region', { name: 'Jobs' });
  await expect(jobs.getByText(/pages · /)).toBeVisible({ timeout: 90_000 });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Cancel: Checking');
  await page.keyboard.press('Enter');
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

test('a setting that cannot be used keeps every check from starting, and one that can outlives the program', async ({
  page,
}) => {
  const { path, remove } = createProjectFile(['http://one.example/a', 'http://two.example/b', 'http://two.example/c']);
  const first = await startBrowserHost(path);
  await page.goto(first.url);
  await openChecks(page);
  await page.getByRole('button', { name: 'Check settings' }).click();
  await page.getByRole('textbox', { name: 'Proxy' }).fill('127.0.0.1:9100');
  const start = page.getByRole('group', { name: 'Start a check' });
  await expect(start.getByText('Proxy: Write http://host:port, without a user name.')).toBeVisible();
  await expect(start.getByRole('button', { name: /^Check( Ctrl|$)/ })).toBeDisabled();

  await page.getByRole('button', { name: /^Backlinks/ }).click();
  await page.getByRole('grid', { name: 'Backlinks' }).getByRole('row').nth(1).click();
  await page.keyboard.press('c');
  await expect(page.getByText(/^No check was started. Proxy: /)).toBeVisible();
  await page.getByRole('button', { name: 'See the check settings' }).click();
  await expect(page.getByRole('textbox', { name: 'Proxy' })).toHaveValue('127.0.0.1:9100');
  await page.getByRole('textbox', { name: 'Proxy' }).fill('http://127.0.0.1:9100');
  await expect(start.getByRole('button', { name: 'Check 3 links' })).toBeEnabled();
  // The shortcut starts the check with what stands in the field that it was pressed in.
  await page.getByRole('textbox', { name: 'Largest page, MB' }).fill('0.5');
  await page.keyboard.press('Control+Enter');
  const runs = page.getByRole('region', { name: 'Outcomes' });
  await runs.getByText('1 run', { exact: true }).click();
  await runs.getByRole('button', { name: /^Links not checked yet/ }).press('Enter');
  await expect(runs.getByText('Settings: pages up to 0.5 MB, through the proxy http://127.0.0.1:9100.')).toBeVisible();
  await first.stop();

  const second = await startBrowserHost(path);
  await page.goto(second.url);
  await openChecks(page);
  await page.getByRole('button', { name: 'Check settings' }).click();
  await expect(page.getByRole('textbox', { name: 'Proxy' })).toHaveValue('http://127.0.0.1:9100');
  await expect(page.getByRole('textbox', { name: 'Largest page, MB' })).toHaveValue('0.5');
  await second.stop();
  remove();
});

test('a check of everything, of chosen rows, of one link and of earlier checks begins with how many links that is', async ({
  page,
}) => {
  // The proxy knows no page.
  const proxy = createServer((_, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const { path, remove } = createProjectFile(['http://one.example/a', 'http://two.example/b', 'http://two.example/c']);
  await keepSettings(path, { proxy: address });
  const own = await startBrowserHost(path);
  await page.goto(own.url);
  await page.getByRole('button', { name: /^Backlinks/ }).click();
  await page.keyboard.press('Control+k');
  await page
    .getByRole('option', { name: /Check all links/ })
    .or(page.getByRole('menuitem', { name: /Check all links/ }))
    .click();
  const start = page.getByRole('group', { name: 'Start a check' });
  await expect(start.getByRole('button', { name: /What to check/ })).toContainText('All links');
  await start.getByRole('button', { name: 'Check 3 links' }).click();
  const checks = page.getByRole('grid', { name: 'Checks' });
  await expect(checks.getByRole('row')).toHaveCount(4, { timeout: 30_000 });

  await start.getByRole('button', { name: /What to check/ }).click();
  await page.getByRole('option', { name: 'Links not checked yet' }).click();
  await expect(start.getByText('Every link has been checked.')).toBeVisible();

  await page
    .getByRole('textbox', { name: 'Filter', exact: true })
    .or(page.getByRole('combobox', { name: 'Filter' }))
    .fill('url:two.example');
  await expect(checks.getByRole('row')).toHaveCount(3);
  await checks.getByRole('row').nth(1).click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Check the selected links' }).click();
  await expect(page.getByText(`2 links · through the proxy ${address}`)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(checks.getByRole('row')).toHaveCount(5, { timeout: 30_000 });

  await checks.getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(checks.getByRole('row')).toHaveCount(6, { timeout: 30_000 });

  await start.getByRole('button', { name: /What to check/ }).click();
  await page.getByRole('option', { name: 'Links that match a filter' }).click();
  await page.getByRole('textbox', { name: 'Filter of the links to check' }).fill('domain:two.example');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Filter of the links to check' })).toHaveValue('domain:two.example');
  await expect(start.getByRole('button', { name: 'Check 2 links' })).toBeEnabled();
  await expect(checks.getByRole('row')).toHaveCount(6);
  await own.stop();
  proxy.close();
  remove();
});

async function openChecks(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Checks/ })
    .click();
}

async function keepSettings(path: string, settings: object): Promise<void> {
  const project = await openProject(path);
  await saveCheckSettings(project, checkSettingsSchema.parse(settings));
  await closeProject(project);
}
