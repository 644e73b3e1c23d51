import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSampleWebData } from '../../../src/engine/sample/sample-data.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { jobsEnd, testEngine } from '../../support/test-engine.ts';
import { waitUntil } from '../../support/wait-until.ts';

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

describe('a check that was cancelled', () => {
  it('says how many links it left, and goes on with those alone', { timeout: 60_000 }, async () => {
    const { id: projectId } = await calls.project.openSample();
    await jobsEnd(engine, projectId);
    const selection = { kind: 'filter', table: 'links', filter: 'state:live' } as const;
    const usual = await calls.checkSettings.read({ projectId });
    await calls.checkSettings.save({ projectId, settings: { ...usual, concurrency: 4 } });
    const { id } = await calls.checks.start({ projectId, selection });
    const run = () => {
      const found = engine.context.projects
        .get(projectId)
        .jobs.list()
        .find((job) => job.id === id);
      if (found === undefined) throw new Error('The run is gone.');
      return found;
    };
    expect(run().check).toEqual({
      scope: { kind: 'filter', table: 'links', filter: 'state:live' },
      policy: { only: 'all', olderThan: '' },
      settings: { concurrency: 4 },
      startedFrom: 'window',
    });
    await waitUntil('some pages are checked', () => run().done > 20);
    await calls.jobs.cancel({ projectId, id });
    await jobsEnd(engine, projectId);
    const { done, total, tally, message } = run();
    expect(run()).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) });
    expect(message).toMatch(/^Cancelled with [\d,]+ links left to check. [\d,]+ links checked: /);
    expect(done).toBeLessThan(total);

    await calls.jobs.resume({ projectId, id });
    await jobsEnd(engine, projectId);
    expect(run()).toMatchObject({ state: 'done', done: total, total });
    const { total: checks } = await calls.checks.page({ projectId, filter: `job:${id}`, limit: 1 });
    const { live = 0, gone = 0, unknown = 0 } = run().tally ?? {};
    expect(live + gone + unknown).toBe(checks);
    expect(checks).toBeGreaterThan((tally?.live ?? 0) + (tally?.gone ?? 0) + (tally?.unknown ?? 0));
    await expect(calls.jobs.resume({ projectId, id })).rejects.toMatchObject({ code: expect.anything() });
  });
});
