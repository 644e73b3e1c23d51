import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { domainPage } from '../../../src/engine/db/domain-queries.ts';
import { dropLinkIndexes, hasLinkIndex } from '../../../src/engine/db/link-index-queries.ts';
import { countLinks, linkPage } from '../../../src/engine/db/link-queries.ts';
import { createProjectFile } from '../../../src/engine/db/open-project.ts';
import { readSetting } from '../../../src/engine/db/setting-queries.ts';
import { whereClause } from '../../../src/engine/db/where-clause.ts';
import { plainControl } from '../../../src/engine/jobs/job-control.ts';
import { scoreLinks } from '../../../src/engine/jobs/score-links.ts';
import { closeProject, type OpenProject, openProject, writerOf } from '../../../src/engine/open-projects.ts';
import { NOON } from '../../support/memory-project.ts';
import { packRecords } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testProject } from '../../support/test-project.ts';

const folder = temporaryFolder();
const HOME = 'https://acme.example/';
const SITEWIDE = 4500;
let project: OpenProject;

beforeAll(async () => {
  project = await testProject(folder, 'score');
  const writer = writerOf(project);
  const importId = await writer.run('startImport', {
    fileName: 'links.csv',
    fileHash: 'hash',
    sizeBytes: 1,
    options: '{}',
    format: 'ahrefs-backlinks',
    vendor: 'ahrefs',
    confidence: 1,
    metrics: ['UR'],
    importedAt: NOON,
  });
  const sitewide = Array.from({ length: SITEWIDE }, (_, index) =>
    preparedLink(`https://wide.example/${index}`, HOME, { line: index + 2, anchor: 'oak floors', rel: [] }),
  );
  const one = preparedLink('https://one.example/post', HOME, { line: 9000, anchor: 'Acme', metrics: [12] });
  await writer.run('mergePacked', importId, 'ahrefs', [packRecords([...sitewide, one])]);
  await writer.run('refreshDomains');
});

function unjudged(): number {
  return countLinks(project.reader, whereClause('-has:risk', 'links'));
}

describe('scoreLinks', () => {
  it('stops between batches when it is cancelled', async () => {
    await expect(scoreLinks(project, plainControl(AbortSignal.abort()))).rejects.toThrow(/abort/);
    expect(unjudged()).toBe(SITEWIDE + 1);
  });

  it('judges every link and domain, also a domain of more links than a batch holds', async () => {
    const reports: [number, number][] = [];
    const outcome = await scoreLinks(
      project,
      plainControl(undefined, (done, total) => reports.push([done, total])),
    );
    expect(outcome).toEqual({ links: SITEWIDE + 1, domains: 2 });
    expect(reports.length).toBeGreaterThan(2);
    expect(reports.at(-1)).toEqual([SITEWIDE + 1, SITEWIDE + 1]);
    expect(unjudged()).toBe(0);
    const { rows } = linkPage(project.reader, { filter: 'domain:wide.example', sort: [], offset: 0, limit: 1 });
    expect(rows[0]).toMatchObject({ anchorClass: 'money-exact' });
    expect(rows[0]?.signals.map(({ id }) => id)).toContain('sitewide-link');
    const domains = domainPage(project.reader, { filter: '', sort: [], offset: 0, limit: 10 }).rows;
    expect(domains.every(({ risk, quality }) => risk !== null && quality !== null)).toBe(true);
    expect(readSetting(project.reader, 'rule-set-version')).not.toBeNull();
  });

  it('leaves large tables indexed that an import had left to it', async () => {
    const path = join(folder, 'indexes.anchorage');
    const database = createProjectFile(path);
    dropLinkIndexes(database);
    database.close();
    const opened = await openProject(path);
    try {
      expect(hasLinkIndex(opened.reader, 'page_by_key')).toBe(true);
      expect(hasLinkIndex(opened.reader, 'backlink_by_anchor')).toBe(false);
      await scoreLinks(opened, plainControl());
      expect(hasLinkIndex(opened.reader, 'backlink_by_anchor')).toBe(true);
    } finally {
      await closeProject(opened);
    }
  });

  it('gives the same judgement again, and no signal twice', async () => {
    const signals = () => project.reader.prepare('SELECT * FROM signal ORDER BY backlink_id, signal_id').all();
    const before = signals();
    await scoreLinks(project, plainControl());
    expect(signals()).toEqual(before);
  });
});
