import type { z } from 'zod';
import type { ExportSource, exportRequestSchema } from '../../contract/engine-contract.ts';
import { isFileImported, listImports, rejectedPage } from '../db/import-queries.ts';
import { readSettings } from '../db/setting-queries.ts';
import { listPresets } from '../db/view-queries.ts';
import type { EngineContext } from '../engine-context.ts';
import { previewExport } from '../import/preview-export.ts';
import type { ImportRequest } from '../jobs/import-exports.ts';
import { undoImport } from '../jobs/undo-import.ts';
import { writerOf } from '../open-projects.ts';
import { engine } from './base.ts';

/** Calls about exports: a look before importing, the import itself, what became of it. */
export const importHandlers = {
  preview: engine.imports.preview.handler(async ({ context, input }) => {
    const { reader } = context.projects.get(input.projectId);
    const { path, ...reading } = importRequest(context, input.request);
    const {
      sha256,
      firstRecords: _,
      ...answer
    } = await previewExport(path, {
      siteHosts: readSettings(reader).sites,
      ...(reading.format === undefined ? {} : { format: reading.format }),
      ...(reading.mapping === undefined ? {} : { mapping: reading.mapping }),
      ...(reading.encoding === undefined ? {} : { encoding: reading.encoding }),
    });
    return { ...answer, alreadyImported: isFileImported(reader, sha256) };
  }),
  start: engine.imports.start.handler(({ context, input }) => {
    const project = context.projects.get(input.projectId);
    const requests = input.requests.map((request) => importRequest(context, request));
    const title = requests.length === 1 ? 'Importing one file' : `Importing ${requests.length} files`;
    return project.jobs.start('import', title, { requests });
  }),
  list: engine.imports.list.handler(({ context, input }) => listImports(context.projects.get(input.projectId).reader)),
  undo: engine.imports.undo.handler(async ({ context, input }) => {
    const project = context.projects.get(input.projectId);
    const undone = await undoImport(project, input.importId);
    context.events.publish({ kind: 'changed', projectId: project.id, what: ['imports', 'links'] });
    await project.jobs.start('score', 'Scoring all links', {});
    return undone;
  }),
  rejected: engine.imports.rejected.handler(({ context, input }) =>
    rejectedPage(context.projects.get(input.projectId).reader, input.importId, input.offset, input.limit),
  ),
  presets: engine.imports.presets.handler(({ context, input }) => [
    ...listPresets(context.projects.get(input.projectId).reader),
    ...context.userPresets.list(),
  ]),
  savePreset: engine.imports.savePreset.handler(async ({ context, input }) => {
    const { name, header, mapping } = input;
    const project = context.projects.get(input.projectId);
    if (input.scope === 'user') context.userPresets.save({ name, header, mapping });
    else await writerOf(project).run('savePreset', { name, header, mapping });
    return null;
  }),
};

function importRequest(context: EngineContext, request: z.output<typeof exportRequestSchema>): ImportRequest {
  const { source, ...reading } = request;
  return { path: pathOf(context, source), ...reading };
}

function pathOf(context: EngineContext, source: ExportSource): string {
  return source.kind === 'path' ? source.path : context.uploads.pathOf(source.uploadId);
}
