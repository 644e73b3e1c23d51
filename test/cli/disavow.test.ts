import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProjectFile } from '../support/project-file.ts';
import { jsonOf, runCli } from '../support/run-cli.ts';

let file: ReturnType<typeof createProjectFile>;

beforeAll(() => {
  file = createProjectFile(['https://spam.example/1', 'https://spam.example/2', 'https://other.example/1']);
  write('faulty.txt', '# list\ndomain: spam.example\nhttps://other.example/1\n');
  write('clean.txt', '# list\ndomain:spam.example\nhttps://other.example/1\n');
});

afterAll(() => file.remove());

function write(name: string, text: string): void {
  writeFileSync(join(file.folder, name), text);
}

function read(name: string): string {
  return readFileSync(join(file.folder, name), 'utf8');
}

function run(...args: readonly string[]) {
  return runCli(file.folder, 'disavow', ...args);
}

describe('disavow lint', () => {
  it('prints the counts and problems as JSON and exits 1 for errors', () => {
    const answer = run('lint', 'faulty.txt', '--json');
    expect(answer.code).toBe(1);
    expect(jsonOf(answer)).toEqual({
      entries: 2,
      domains: 1,
      urls: 1,
      comments: 1,
      bytes: read('faulty.txt').length,
      problems: [
        {
          line: 2,
          column: 8,
          id: 'E6',
          level: 'error',
          message: 'A blank stands behind "domain:"; the host must follow directly. Write “domain:spam.example”.',
          fix: 'domain:spam.example',
        },
      ],
    });
  });

  it('prints problems like a compiler, for people', () => {
    const { stdout } = run('lint', 'faulty.txt');
    expect(stdout.split('\n')[0]).toMatch(/^faulty\.txt:2:8 error E6 A blank stands behind/);
    expect(stdout).toContain('1 domain, 1 page, 1 comment: 1 error, 0 warnings, 0 infos.');
  });

  it('exits 0 without errors, and knows the project when told', () => {
    expect(run('lint', 'clean.txt')).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = run('lint', 'clean.txt', '--project', 'client.anchorage', '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as { problems: { id: string }[] };
    expect(Object.keys(answer)).toEqual(['entries', 'domains', 'urls', 'comments', 'bytes', 'problems']);
    expect(answer.problems.map(({ id }) => id)).toEqual(['W10', 'I2']);
  });

  it('exits 2 for a file that cannot be read', () => {
    const answer = run('lint', 'missing.txt', '--json');
    expect(answer.code).toBe(2);
    expect(jsonOf(answer)).toMatchObject({ error: { code: 'cannot-read', details: { path: 'missing.txt' } } });
    expect(run('lint', '.')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('disavow fix', () => {
  it('prints the repaired text and leaves its input alone', () => {
    const before = read('faulty.txt');
    expect(run('fix', 'faulty.txt')).toMatchObject({ code: 0, stdout: read('clean.txt') });
    expect(read('faulty.txt')).toBe(before);
  });

  it('writes over its input only where -o names it, and leaves no other file', () => {
    write('over.txt', read('faulty.txt'));
    const answer = run('fix', 'over.txt', '-o', 'over.txt', '--json');
    expect(jsonOf(answer)).toMatchObject({ output: 'over.txt', changes: [{ line: 2 }] });
    expect(read('over.txt')).toBe(read('clean.txt'));
    expect(readdirSync(file.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('exits 2 where the output cannot be written', () => {
    const answer = run('fix', 'faulty.txt', '-o', join('no', 'such', 'folder.txt'), '--json');
    expect(answer.code).toBe(2);
    expect(jsonOf(answer)).toMatchObject({ error: { code: 'cannot-write' } });
  });
});

describe('disavow diff', () => {
  it('names what was added and taken out, and what still covers it', () => {
    write('new.txt', 'domain:spam.example\ndomain:other.example\n');
    expect(jsonOf(run('diff', 'clean.txt', 'new.txt', '--json'))).toEqual({
      added: [{ line: 2, entry: 'domain:other.example', stillCoveredBy: null }],
      removed: [{ line: 3, entry: 'https://other.example/1', stillCoveredBy: 'domain:other.example' }],
      kept: 1,
    });
    expect(run('diff', 'clean.txt', 'new.txt').stdout.split('\n')).toEqual([
      '+ domain:other.example',
      '- https://other.example/1 (still covered by domain:other.example)',
      '1 entry added, 1 removed, 1 in both.',
      '',
    ]);
  });
});

describe('disavow coverage', () => {
  it('counts what a file covers', () => {
    expect(jsonOf(run('coverage', 'client.anchorage', 'clean.txt', '--json'))).toEqual({
      links: 3,
      domains: 2,
      liveLinks: 0,
      kept: 0,
      totalLinks: 3,
      totalDomains: 2,
    });
  });
});

describe('disavow import and build', () => {
  it('turn a file into verdicts and the verdicts into a file that lints clean', () => {
    write('old.txt', 'domain:spam.example\ndomain:unseen.example\ndomain:client.example\n');
    const imported = run('import', 'client.anchorage', 'old.txt', '--json');
    expect(imported.code).toBe(0);
    expect(jsonOf(imported)).toMatchObject({
      version: { origin: 'imported', fileName: 'old.txt', entries: 3 },
      domains: 1,
      links: 2,
      unmatched: 1,
      conflicts: 0,
      notApplied: [{ line: 3, entry: 'domain:client.example', reason: 'own-site' }],
    });
    const built = run('build', 'client.anchorage', '-o', 'disavow.txt', '--json');
    expect(jsonOf(built)).toMatchObject({ output: 'disavow.txt', domains: 2, urls: 0, skipped: [], overLimits: [] });
    expect(read('disavow.txt')).toContain('\ndomain:spam.example\n');
    expect(run('lint', 'disavow.txt')).toMatchObject({ code: 0 });
    expect(run('build', 'client.anchorage').stdout).toBe(read('disavow.txt'));
  });

  it('exit 2 for a project that is not there', () => {
    expect(run('build', 'missing.anchorage', '-o', 'never.txt')).toMatchObject({ code: 2 });
    expect(existsSync(join(file.folder, 'never.txt'))).toBe(false);
  });
});
