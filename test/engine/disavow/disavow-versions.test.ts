import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';
import { buildFromVerdicts } from '../../../src/engine/disavow/build-from-verdicts.ts';
import { lintAgainstProject } from '../../../src/engine/disavow/check-disavow-file.ts';
import {
  readDraft,
  recordDisavowUpload,
  saveDisavowText,
  textOfVersion,
} from '../../../src/engine/disavow/disavow-versions.ts';
import { importDisavowFile } from '../../../src/engine/disavow/import-disavow-file.ts';
import { closeProject, type OpenProject, openProject, writerOf } from '../../../src/engine/open-projects.ts';
import { NOON } from '../../support/memory-project.ts';
import { createProjectFile } from '../../support/project-file.ts';

const TODAY = NOON.slice(0, 10);
let file: ReturnType<typeof createProjectFile>;
let project: OpenProject;

beforeEach(async () => {
  file = createProjectFile(['https://spam.example/1', 'https://other.example/1']);
  project = await openProject(file.path);
});

afterEach(async () => {
  await closeProject(project);
  file.remove();
});

async function disavow(filter: string, note: string | null = null): Promise<void> {
  const selection = { kind: 'filter', table: 'links', filter } as const;
  await writerOf(project).run('applyVerdict', { selection, verdict: 'disavow-domain', note, decidedAt: NOON });
}

function save(text: string) {
  return saveDisavowText(project.reader, writerOf(project), { text, fileName: 'disavow.txt' }, NOON);
}

describe('readDraft', () => {
  it('builds from the verdicts until a version is kept', async () => {
    await disavow('domain:spam.example', 'bought');
    const draft = readDraft(project.reader, TODAY);
    expect(draft).toMatchObject({ version: null, verdictsChanged: false });
    expect(draft.text).toBe(
      `# Disavow file for client.example\n# Written by Anchorage on ${TODAY}\n# 1 domain, 0 pages\n\n# ${TODAY}; bought\ndomain:spam.example\n`,
    );
  });

  it('gives the newest version and says when verdicts changed since, undo included', async () => {
    const version = await save('domain:spam.example\n');
    expect(readDraft(project.reader, TODAY)).toEqual({
      text: 'domain:spam.example\n',
      version,
      verdictsChanged: false,
    });
    await disavow('domain:other.example');
    expect(readDraft(project.reader, TODAY).verdictsChanged).toBe(true);
    await writerOf(project).run('undoDecision');
    expect(readDraft(project.reader, TODAY).verdictsChanged).toBe(true);
  });
});

describe('saveDisavowText', () => {
  it('knows a file it built from one that was edited', async () => {
    await disavow('domain:spam.example');
    const { text } = buildFromVerdicts(project.reader, TODAY);
    expect(await save(text)).toMatchObject({ origin: 'built', entries: 1 });
    expect(await save(`${text}# more\n`)).toMatchObject({ origin: 'edited', entries: 1 });
  });

  it('keeps what matches nothing for the next build, and forgets what was taken out', async () => {
    await save('domain:unseen.example\nhttps://gone.example/x\n');
    expect(buildFromVerdicts(project.reader, TODAY)).toMatchObject({ domains: 1, urls: 1 });
    await save('domain:unseen.example\n');
    expect(buildFromVerdicts(project.reader, TODAY)).toMatchObject({ domains: 1, urls: 0 });
  });

  it('lets go of entries carried over from an import once they are edited out', async () => {
    const body = new TextEncoder().encode('domain:unseen.example\ndomain:spam.example\n');
    await importDisavowFile(project.reader, writerOf(project), { body, fileName: 'old.txt' }, NOON);
    await save('domain:spam.example\n');
    expect(buildFromVerdicts(project.reader, TODAY).text).not.toContain('unseen');
  });
});

describe('recordDisavowUpload', () => {
  it('notes where and when, which ends the note of the lint', async () => {
    const text = 'domain:spam.example\n';
    const { id } = await save(text);
    const uploadNotes = () =>
      lintAgainstProject(project.reader, parseDisavowText(text)).problems.filter((problem) => problem.id === 'I2');
    expect(uploadNotes()).toHaveLength(1);
    const upload = { versionId: id, property: 'https://client.example/', uploadedOn: '2026-03-05' };
    const version = await recordDisavowUpload(project.reader, writerOf(project), upload);
    expect(version).toMatchObject({ id, property: 'https://client.example/', uploadedAt: '2026-03-05' });
    expect(uploadNotes()).toEqual([]);
  });

  it('fails for a version that is not there', async () => {
    const upload = { versionId: 99, property: 'https://client.example/', uploadedOn: '2026-03-05' };
    await expect(recordDisavowUpload(project.reader, writerOf(project), upload)).rejects.toThrow('not in the project');
  });
});

describe('textOfVersion', () => {
  it('decodes what was kept as it came', async () => {
    const body = new Uint8Array([0xff, 0xfe, 0x23, 0x00, 0xe9, 0x00]);
    const { version } = await importDisavowFile(
      project.reader,
      writerOf(project),
      { body, fileName: 'utf16.txt' },
      NOON,
    );
    expect(textOfVersion(project.reader, version.id).text).toBe('#é');
  });

  it('fails for a version that is not there', () => {
    expect(() => textOfVersion(project.reader, 99)).toThrow('not in the project');
  });
});
