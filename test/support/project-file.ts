import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refreshDomains } from '../../src/engine/db/domain-queries.ts';
import { openForWriting } from '../../src/engine/db/open-project.ts';
import { createProject } from '../../src/engine/open-projects.ts';
import { startTestImport } from './memory-project.ts';
import { mergeBatch } from './merge-batch.ts';
import { preparedLink } from './prepared-records.ts';

export const SITE = 'client.example';

/** A temporary folder with a project of some source pages, each linking to the home page of {@link SITE}. */
export function createProjectFile(sources: readonly string[]): { folder: string; path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-'));
  const path = join(folder, 'client.anchorage');
  createProject(path, { name: 'Client', sites: [SITE], brandWords: [], moneyWords: [], languages: [], countries: [] });
  addLinks(path, sources);
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Adds source pages to a project file as a further import. */
export function addLinks(path: string, sources: readonly string[]): void {
  const db = openForWriting(path);
  const links = sources.map((source, index) => preparedLink(source, `https://${SITE}/`, { line: index + 1 }));
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', links);
  refreshDomains(db);
  db.close();
}
