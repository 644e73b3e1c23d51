import { join } from 'node:path';
import { afterAll } from 'vitest';
import { closeProject, createProject, type OpenProject, openProject } from '../../src/engine/open-projects.ts';

/** A fresh project of acme.example, open for reading and writing and closed after the last test of the file. */
export async function testProject(folder: string, name: string): Promise<OpenProject> {
  const path = join(folder, `${name}.anchorage`);
  createProject(path, {
    name,
    sites: ['acme.example'],
    brandWords: ['Acme'],
    moneyWords: ['oak floors'],
    languages: ['en'],
    countries: ['gb'],
  });
  const project = await openProject(path);
  afterAll(() => closeProject(project));
  return project;
}
