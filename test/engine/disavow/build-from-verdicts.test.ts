import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/core/model/verdict.ts';
import { buildFromVerdicts } from '../../../src/engine/disavow/build-from-verdicts.ts';
import { closeProject, type OpenProject, openProject, writerOf } from '../../../src/engine/open-projects.ts';
import { NOON } from '../../support/memory-project.ts';
import { createProjectFile } from '../../support/project-file.ts';

let file: ReturnType<typeof createProjectFile>;
let project: OpenProject;

beforeEach(async () => {
  file = createProjectFile([
    'https://spam.example/1',
    'https://spam.example/2',
    'https://other.example/1',
    'https://blogspot.com/about',
    'https://me.blogspot.com/1',
  ]);
  project = await openProject(file.path);
});

afterEach(async () => {
  await closeProject(project);
  file.remove();
});

async function mark(filter: string, verdict: Verdict): Promise<void> {
  const selection = { kind: 'filter', table: 'links', filter } as const;
  await writerOf(project).run('applyVerdict', { selection, verdict, note: null, decidedAt: NOON });
}

function build() {
  const { text, skipped } = buildFromVerdicts(project.reader, '2026-11-21');
  return { entries: text.split('\n').filter((line) => line !== '' && !line.startsWith('#')), skipped };
}

describe('buildFromVerdicts', () => {
  it('leaves a domain out while one of its links is kept, and says so', async () => {
    await mark('domain:spam.example', 'disavow-domain');
    await mark('url:spam.example/2', 'keep');
    await mark('domain:other.example', 'disavow-url');
    expect(build()).toEqual({
      entries: ['https://other.example/1'],
      skipped: [
        {
          entry: 'domain:spam.example',
          reason: 'It has a link marked keep. Keep or disavow the whole domain, or its pages one by one.',
        },
      ],
    });
    await mark('url:spam.example/1', 'disavow-url');
    expect(build().entries).toEqual(['https://other.example/1', 'https://spam.example/1']);
  });

  it('never writes a public suffix', async () => {
    await mark('', 'disavow-domain');
    expect(build()).toEqual({
      entries: ['domain:me.blogspot.com', 'domain:other.example', 'domain:spam.example'],
      skipped: [{ entry: 'domain:blogspot.com', reason: 'A public suffix: it would cover every site below it.' }],
    });
  });
});
