import { parseDisavowText } from '../../core/disavow/parse-disavow-file.ts';
import { listVersions } from '../db/disavow-queries.ts';
import { buildFromVerdicts } from '../disavow/build-from-verdicts.ts';
import { fixAgainstProject, lintAgainstProject } from '../disavow/check-disavow-file.ts';
import { compareDisavowFiles } from '../disavow/compare-disavow-files.ts';
import { readDraft, recordDisavowUpload, saveDisavowText, textOfVersion } from '../disavow/disavow-versions.ts';
import { importDisavowFile } from '../disavow/import-disavow-file.ts';
import { writerOf } from '../open-projects.ts';
import { engine } from './base.ts';

/** Calls of the disavow editor. */
export const disavowHandlers = {
  draft: engine.disavow.draft.handler(({ context, input }) =>
    readDraft(context.projects.get(input.projectId).reader, context.now().slice(0, 10)),
  ),
  build: engine.disavow.build.handler(({ context, input }) => {
    const { reader } = context.projects.get(input.projectId);
    const { text, domains, urls, skipped } = buildFromVerdicts(reader, context.now().slice(0, 10));
    return { text, domains, urls, skipped };
  }),
  lint: engine.disavow.lint.handler(({ context, input }) =>
    lintAgainstProject(context.projects.get(input.projectId).reader, parseDisavowText(input.text)),
  ),
  fix: engine.disavow.fix.handler(({ context, input }) =>
    fixAgainstProject(context.projects.get(input.projectId).reader, parseDisavowText(input.text)),
  ),
  diff: engine.disavow.diff.handler(({ input }) =>
    compareDisavowFiles(parseDisavowText(input.before), parseDisavowText(input.after)),
  ),
  save: engine.disavow.save.handler(async ({ context, input }) => {
    const project = context.projects.get(input.projectId);
    const { text, fileName } = input;
    const version = await saveDisavowText(project.reader, writerOf(project), { text, fileName }, context.now());
    context.events.publish({ kind: 'changed', projectId: project.id, what: ['disavow'] });
    return version;
  }),
  importFile: engine.disavow.importFile.handler(async ({ context, input }) => {
    const project = context.projects.get(input.projectId);
    const body = new Uint8Array(await input.body.arrayBuffer());
    const file = { body, fileName: input.fileName };
    const answer = await importDisavowFile(project.reader, writerOf(project), file, context.now());
    context.events.publish({ kind: 'changed', projectId: project.id, what: ['disavow', 'verdicts', 'links'] });
    return answer;
  }),
  versions: engine.disavow.versions.handler(({ context, input }) =>
    listVersions(context.projects.get(input.projectId).reader),
  ),
  recordUpload: engine.disavow.recordUpload.handler(async ({ context, input }) => {
    const project = context.projects.get(input.projectId);
    const { versionId, property, uploadedOn } = input;
    const version = await recordDisavowUpload(project.reader, writerOf(project), { versionId, property, uploadedOn });
    context.events.publish({ kind: 'changed', projectId: project.id, what: ['disavow'] });
    return version;
  }),
  version: engine.disavow.version.handler(({ context, input }) =>
    textOfVersion(context.projects.get(input.projectId).reader, input.id),
  ),
};
