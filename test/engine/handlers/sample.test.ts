import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSampleWebData } from '../../../src/engine/sample/sample-data.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { jobsEnd, testEngine } from '../../support/test-engine.ts';

const engine = testEngine(join(temporaryFolder(), 'data'));
const { calls } = engine;

describe('project.openSample', () => {
  it('imports, checks and scores the bundled sample until the totals are those it ships with', {
    timeout: 60_000,
  }, async () => {
    const { facts } = readSampleWebData();
    const { id: projectId } = await calls.project.openSample();
    await jobsEnd(engine, projectId);

    const jobs = await calls.jobs.list({ projectId });
    expect(jobs.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(new Set(jobs.map(({ kind }) => kind))).toEqual(new Set(['import', 'check', 'score']));

    const { totals, states } = await calls.project.summary({ projectId });
    expect(totals).toMatchObject({ backlinks: facts.backlinks, pages: facts.pages, domains: facts.domains });
    expect(states.unchecked).toBe(0);
    expect(states.live + states.gone + states.unknown).toBe(facts.backlinks);

    const imports = await calls.imports.list({ projectId });
    expect(Object.fromEntries(imports.map(({ file, rows }) => [file, rows]))).toEqual(facts.rows);
    for (const { rows, accepted, duplicates, rejected } of imports) expect(accepted + duplicates + rejected).toBe(rows);
    expect(imports.reduce((sum, { rejections }) => sum + (rejections['other-site'] ?? 0), 0)).toBe(facts.otherSiteRows);

    const unjudged = await calls.links.page({ projectId, filter: '-has:risk', limit: 1 });
    expect(unjudged.total).toBe(0);

    const again = await calls.project.openSample();
    expect(again.id).toBe(projectId);
    expect(await calls.jobs.list({ projectId })).toHaveLength(jobs.length);
  });
});
