import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTotals } from '../../../src/engine/db/link-queries.ts';
import { importExports } from '../../../src/engine/jobs/import-exports.ts';
import { plainControl } from '../../../src/engine/jobs/job-control.ts';
import { undoImport } from '../../../src/engine/jobs/undo-import.ts';
import type { OpenProject } from '../../../src/engine/open-projects.ts';
import { NOON } from '../../support/memory-project.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testProject } from '../../support/test-project.ts';
import { thrownCode } from '../../support/thrown-code.ts';

const folder = temporaryFolder();
let project: OpenProject;

beforeEach(async (context) => {
  project = await testProject(folder, `undo-${context.task.id}`);
});

function importFile(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return importExports(project, [{ path }], plainControl(), () => NOON);
}

describe('undoImport', () => {
  it('leaves what other imports said and lets the file be imported again as new', async () => {
    await importFile('one.csv', 'Linking page,Last crawled\nhttps://a.example/1,2026-01-01\n');
    await importFile('two.csv', 'Linking page\nhttps://a.example/1\nhttps://b.example/2\n');
    expect(await undoImport(project, 2)).toMatchObject({ file: 'two.csv', rows: 2 });
    expect(readTotals(project.reader)).toMatchObject({ backlinks: 1, pages: 1, domains: 1 });
    const again = await importFile('two.csv', 'Linking page\nhttps://a.example/1\nhttps://b.example/2\n');
    expect(again).toMatchObject([{ kind: 'imported', accepted: 1, duplicates: 1, isRepeat: false }]);
  });

  it('says that there is no such import', async () => {
    expect(await thrownCode(() => undoImport(project, 9))).toBe('not-found');
  });
});
