import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DisavowImportAnswer } from '../../../src/contract/disavow.ts';
import { parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';
import type { Verdict } from '../../../src/core/model/verdict.ts';
import { readVersion } from '../../../src/engine/db/disavow-queries.ts';
import { linkPage } from '../../../src/engine/db/link-queries.ts';
import { buildFromVerdicts } from '../../../src/engine/disavow/build-from-verdicts.ts';
import { importDisavowFile, planEntries } from '../../../src/engine/disavow/import-disavow-file.ts';
import { closeProject, type OpenProject, openProject, writerOf } from '../../../src/engine/open-projects.ts';
import { NOON } from '../../support/memory-project.ts';
import { addLinks, createProjectFile } from '../../support/project-file.ts';

let file: ReturnType<typeof createProjectFile>;
let project: OpenProject;

beforeEach(async () => {
  file = createProjectFile([
    'https://spam.example/1',
    'https://spam.example/2',
    'https://mixed.example/bad',
    'https://mixed.example/good',
    'https://blog.host.example/post',
    'https://www.host.example/home',
  ]);
  project = await openProject(file.path);
});

afterEach(async () => {
  await closeProject(project);
  file.remove();
});

function bring(text: string, fileName = 'old.txt'): Promise<DisavowImportAnswer> {
  return importDisavowFile(project.reader, writerOf(project), { body: new TextEncoder().encode(text), fileName }, NOON);
}

async function mark(filter: string, verdict: Verdict): Promise<void> {
  const selection = { kind: 'filter', table: 'links', filter } as const;
  await writerOf(project).run('applyVerdict', { selection, verdict, note: null, decidedAt: NOON });
}

function verdicts(): Record<string, string> {
  const { rows } = linkPage(project.reader, { filter: '', sort: [], offset: 0, limit: 50 });
  return Object.fromEntries(
    rows
      .filter(({ verdict }) => verdict !== 'none')
      .map(({ sourceUrl, verdict, note }) => [sourceUrl, note === '' ? verdict : `${verdict} (${note})`]),
  );
}

function entriesBuilt(): string[] {
  return buildFromVerdicts(project.reader, '2026-11-21')
    .text.split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

describe('importDisavowFile', () => {
  it('turns domain entries into verdicts for domains and URL entries into verdicts for links, with their comments', async () => {
    const answer = await bring(
      '# bought links\ndomain:spam.example\n\n# one bad page\nhttp://www.mixed.example/bad/\n',
    );
    expect(answer).toMatchObject({ domains: 1, links: 3, unmatched: 0, conflicts: 0, notApplied: [] });
    expect(verdicts()).toEqual({
      'https://spam.example/1': 'disavow-domain',
      'https://spam.example/2': 'disavow-domain',
      'https://mixed.example/bad': 'disavow-url (one bad page)',
    });
    expect(buildFromVerdicts(project.reader, '2026-11-21').text).toContain('bought links');
  });

  it('is one decision, so that one undo takes everything back, carried entries included', async () => {
    await bring('domain:spam.example\nhttps://mixed.example/bad\ndomain:unseen.example\n');
    expect(entriesBuilt()).toEqual(['https://mixed.example/bad', 'domain:spam.example', 'domain:unseen.example']);
    expect(await writerOf(project).run('undoDecision')).toBe(
      'Imported old.txt: 3 links of disavowed domains and pages',
    );
    expect(verdicts()).toEqual({});
    expect(entriesBuilt()).toEqual([]);
  });

  it('keeps the very bytes as a version', async () => {
    const text = '\ufeffdomain:spam.example\r\nnot an entry\r';
    const { version } = await bring(text);
    expect(version).toMatchObject({ origin: 'imported', fileName: 'old.txt', entries: 1, property: 'client.example' });
    expect(new Uint8Array(readVersion(project.reader, version.id)?.body ?? [])).toEqual(new TextEncoder().encode(text));
  });

  it('never overwrites keep: such entries are counted, named and not applied', async () => {
    await mark('url:mixed.example/good', 'keep');
    await mark('url:spam.example/1', 'keep');
    const answer = await bring(
      'domain:mixed.example\ndomain:spam.example\nhttps://spam.example/1\ndomain:host.example\n',
    );
    expect(answer).toMatchObject({
      domains: 1,
      links: 2,
      conflicts: 2,
      notApplied: [
        { line: 1, entry: 'domain:mixed.example', reason: 'marked-keep' },
        { line: 2, entry: 'domain:spam.example', reason: 'marked-keep' },
      ],
    });
    expect(verdicts()).toMatchObject({ 'https://mixed.example/good': 'keep', 'https://spam.example/1': 'keep' });
    expect(entriesBuilt()).toEqual(['domain:host.example']);
  });

  it('writes entries that match nothing again with every build, in a section of their own', async () => {
    expect(await bring('# from the agency\ndomain:unseen.example\nhttps://gone.example/x\n')).toMatchObject({
      unmatched: 2,
    });
    const { text } = buildFromVerdicts(project.reader, '2026-11-21');
    expect(text).toContain(
      '\n# Kept from old.txt: not seen in any export\n\n# from the agency\nhttps://gone.example/x\ndomain:unseen.example\n',
    );
  });

  it('still writes them once an export names them, until somebody marks them keep', async () => {
    await bring('domain:later.example\n');
    addLinks(file.path, ['https://later.example/1']);
    expect(entriesBuilt()).toEqual(['domain:later.example']);
    await mark('domain:later.example', 'keep');
    expect(entriesBuilt()).toEqual([]);
    expect(buildFromVerdicts(project.reader, '2026-11-21').skipped).toEqual([
      { entry: 'domain:later.example', reason: 'It covers something marked keep.' },
    ]);
  });

  it('disavows the known pages of a subdomain and carries the entry over, until none of them is disavowed', async () => {
    expect(await bring('domain:blog.host.example\n')).toMatchObject({ domains: 0, links: 1, unmatched: 0 });
    expect(verdicts()).toEqual({ 'https://blog.host.example/post': 'disavow-url' });
    expect(entriesBuilt()).toEqual(['domain:blog.host.example']);
    await mark('url:blog.host.example/post', 'none');
    expect(entriesBuilt()).toEqual([]);
  });

  it('applies neither the own site nor a whole public suffix', async () => {
    expect(
      await bring('domain:client.example\ndomain:blogspot.com\ndomain:store\nhttps://www.client.example/a\n'),
    ).toMatchObject({
      domains: 0,
      unmatched: 0,
      conflicts: 0,
      notApplied: [
        { line: 1, entry: 'domain:client.example', reason: 'own-site' },
        { line: 2, entry: 'domain:blogspot.com', reason: 'public-suffix' },
        { line: 3, entry: 'domain:store', reason: 'public-suffix' },
        { line: 4, entry: 'https://www.client.example/a', reason: 'own-site' },
      ],
    });
  });

  it('changes nothing when the same file comes twice', async () => {
    const text = 'domain:spam.example\ndomain:unseen.example\n';
    await bring(text);
    const built = entriesBuilt();
    expect(await bring(text)).toMatchObject({ domains: 1, links: 2, unmatched: 1 });
    expect(entriesBuilt()).toEqual(built);
  });

  it('refuses a file far beyond the limits', async () => {
    await expect(bring(`#${' '.repeat(20_000_000)}`)).rejects.toMatchObject({ code: 'cannot-read' });
  });
});

describe('planEntries', () => {
  it('takes each entry once and leaves out what a domain entry of the file covers', () => {
    const text =
      'domain:www.a.example\ndomain:a.example\nhttps://a.example/x\ndomain:b.a.example\nhttps://c.example/y\n';
    const plan = planEntries(parseDisavowText(text), []);
    expect(plan.domains.map(({ name }) => name)).toEqual(['a.example']);
    expect(plan.hosts).toEqual([]);
    expect(plan.pages.map(({ key }) => key)).toEqual(['c.example/y']);
  });
});
