import { openForWriting } from '../db/open-project.ts';
import { writeSetting } from '../db/setting-queries.ts';
import { createProject } from '../open-projects.ts';
import { sampleFile } from './sample-files.ts';
import { sampleProject } from './sample-project.ts';

/** The setting that tells a project of invented hosts, whose pages only the bundled web can answer for. */
export const SAMPLE_WEB_SETTING = 'sample-web';

/** Creates the fictional client's project, still empty. Errors as `createProject`. */
export function createSampleProject(path: string): void {
  createProject(path, sampleProject.settings);
  const database = openForWriting(path);
  writeSetting(database, SAMPLE_WEB_SETTING, 'yes');
  database.close();
}

/** The sample's exports in the order of import; their formats are left to be found out. */
export function sampleImports(): { readonly path: string }[] {
  return sampleProject.exports.map((name) => ({ path: sampleFile(name) }));
}
