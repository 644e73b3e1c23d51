import type { ProjectWriter } from '../db/project-writer.ts';

/** Builds what tables walk and a large import had dropped, one index after the other, so that a verdict does not wait for all of them. */
export async function buildOrderIndexes(writer: ProjectWriter): Promise<void> {
  while (await writer.run('buildOrderIndex'));
}
