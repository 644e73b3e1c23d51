import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForReading } from '../../../src/engine/db/open-project.ts';
import { readSummary } from '../../../src/engine/db/project-summary.ts';
import { createSampleProject, sampleImports } from '../../../src/engine/sample/create-sample-project.ts';
import { sampleProject } from '../../../src/engine/sample/sample-project.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anchorage-sample-project-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('createSampleProject', () => {
  it('makes an empty project with the client’s settings', () => {
    const path = join(folder, sampleProject.fileName);
    createSampleProject(path);
    const reader = openForReading(path);
    const { settings, totals } = readSummary(reader);
    expect({ ...settings, brandWords: sorted(settings.brandWords), moneyWords: sorted(settings.moneyWords) }).toEqual({
      ...sampleProject.settings,
      brandWords: sorted(sampleProject.settings.brandWords),
      moneyWords: sorted(sampleProject.settings.moneyWords),
    });
    expect(totals.backlinks).toBe(0);
    reader.close();
  });
});

describe('sampleImports', () => {
  it('names files that are there, in the order of import', () => {
    const paths = sampleImports().map(({ path }) => path);
    expect(paths.map((path) => basename(path))).toEqual([...sampleProject.exports]);
    expect(paths.every((path) => existsSync(path))).toBe(true);
  });
});

function sorted(words: readonly string[]): string[] {
  return words.toSorted((a, b) => a.localeCompare(b));
}
