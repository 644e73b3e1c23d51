/**
 * What an import leaves to the scoring that follows it: `node import-orders.ts PROJECT` builds the indexes that tables walk.
 */
import { buildOrderIndexes } from '../../src/engine/jobs/build-order-indexes.ts';
import { closeProject, openProject, writerOf } from '../../src/engine/open-projects.ts';

const [path = ''] = process.argv.slice(2);
const project = await openProject(path);
await buildOrderIndexes(writerOf(project));
await closeProject(project);
