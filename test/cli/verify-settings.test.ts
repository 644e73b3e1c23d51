import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSettingsSchema } from '../../src/contract/check-settings.ts';
import { listJobs } from '../../src/engine/db/job-queries.ts';
import { closeProject, openProject } from '../../src/engine/open-projects.ts';
import { saveCheckSettings } from '../../src/engine/project-check-settings.ts';
import { createProjectFile } from '../support/project-file.ts';
import { runCli } from '../support/run-cli.ts';

/** Check settings that the project keeps stand for options that are not given. */

const { folder, path, remove } = createProjectFile(['http://blog.example/post']);
const NOWHERE = ['--resolve', '*:127.0.0.1:9', '--allow-private'];

beforeAll(async () => {
  await keep({ timeoutSeconds: 3, contactUrl: 'https://us.example/', ignoreCertificates: true });
});

afterAll(remove);

async function keep(settings: object): Promise<void> {
  const project = await openProject(path);
  await saveCheckSettings(project, checkSettingsSchema.parse(settings));
  await closeProject(project);
}

/** The settings of the newest check. */
async function usedSettings(): Promise<unknown> {
  const project = await openProject(path);
  const [job] = listJobs(project.reader);
  await closeProject(project);
  return (JSON.parse(job?.params ?? '{}') as { settings: unknown }).settings;
}

describe('verify', { timeout: 60_000 }, () => {
  it('asks as the project says where no option says otherwise, and tells so', async () => {
    const { code, stderr } = runCli(folder, 'verify', path, ...NOWHERE, '--timeout', '5');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'Check settings of the project: --ignore-certificates --contact https://us.example/ (--defaults leaves them out)\n',
    });
    expect(await usedSettings()).toEqual(
      checkSettingsSchema.parse({ timeoutSeconds: 5, contactUrl: 'https://us.example/', ignoreCertificates: true }),
    );
  });

  it('leaves them out with --defaults', async () => {
    expect(runCli(folder, 'verify', path, ...NOWHERE, '--defaults')).toMatchObject({ code: 0, stderr: '' });
    expect(await usedSettings()).toEqual(checkSettingsSchema.parse({}));
  });

  it('says where a proxy comes from that excludes an option', async () => {
    await keep({ proxy: 'http://127.0.0.1:9100' });
    const { code, stderr } = runCli(folder, 'verify', path, ...NOWHERE);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--defaults leaves it out') });
    expect(runCli(folder, 'verify', path, ...NOWHERE, '--proxy', '')).toMatchObject({ code: 0, stderr: '' });
  });
});
