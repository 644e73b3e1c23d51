import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KillMoment, killChecks } from '../../tools/kills/killed-check.ts';
import { NODE_FLAGS } from '../support/node-flags.ts';
import { createProjectFile, SITE } from '../support/project-file.ts';

const PAGES = 300;
const KILLS: readonly KillMoment[] = [
  { after: 'start', ms: 250 },
  { after: 'first-page', ms: 30 },
  { after: 'first-page', ms: 150 },
];

describe('verify', () => {
  it('goes on after a kill: no look is lost, and no page whose look was stored is asked again', async () => {
    const sources = Array.from({ length: PAGES }, (_, index) => `http://host${index % 100}.example/post/${index}`);
    const { folder, remove } = createProjectFile(sources);
    const moments = KILLS.values();
    const report = await killChecks({
      path: join(folder, 'client.anchorage'),
      site: SITE,
      kills: KILLS.length,
      nextKill: () => moments.next().value ?? { after: 'start', ms: 0 },
      nodeFlags: NODE_FLAGS,
      answerDelayMs: 40,
    });
    remove();
    expect(report).toMatchObject({ killed: KILLS.length, pages: PAGES, askedAgain: [], lost: 0, checkedOnce: PAGES });
    expect(report.last).toMatchObject({ checked: PAGES, live: PAGES, gone: 0, unknown: 0 });
    // Each of the runs is a process that has to start.
  }, 60_000);
});
