import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The commands of the main job as scripts use them: their JSON, their exit codes and their sentences. */

const folder = temporaryFolder();
const PROJECT = 'acme.anchorage';

beforeAll(() => {
  write('latest.csv', 'Linking page,Last crawled\nhttps://blog.example/post,2026-04-01\nnot an address,2026-04-02\n');
  write('own.csv', 'Target page,Incoming links,Linking sites\nhttps://acme.example/,26,15\n');
  run('init', PROJECT, '--site', 'acme.example', '--brand', 'acme');
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function run(...args: readonly string[]) {
  return runCli(folder, ...args);
}

describe('init', () => {
  it('never writes over a file', () => {
    expect(run('init', PROJECT, '--site', 'acme.example')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('already exists'),
    });
  });
});

describe('import', () => {
  it('accounts for every row, refuses what holds no backlinks and says so with its code', () => {
    const answer = run('import', PROJECT, 'latest.csv', 'own.csv', '--json');
    expect(answer.code).toBe(1);
    expect(jsonOf(answer)).toMatchObject({
      imports: [{ file: 'latest.csv', format: 'gsc-latest-links', rows: 2, accepted: 1, duplicates: 0, rejected: 1 }],
      totals: { backlinks: 1, pages: 1, domains: 1, targets: 0 },
      refused: [{ file: 'own.csv', code: 'refused-export' }],
    });
  });

  it('adds nothing for a file it knows', () => {
    const answer = run('import', PROJECT, 'latest.csv');
    expect(answer).toMatchObject({ code: 0, stdout: expect.stringContaining('imported before, nothing added') });
  });

  it.each([
    ['cannot-read', ['missing.csv']],
    ['refused-export', ['own.csv']],
  ])('exits 2 with %s when nothing could be imported', (code, files) => {
    const answer = run('import', PROJECT, ...files, '--json');
    expect(answer.code).toBe(2);
    expect(jsonOf(answer)).toMatchObject({ error: { code } });
  });
});

describe('links', () => {
  it('prints the row of the documentation', () => {
    const answer = run('links', PROJECT, '--json');
    expect(answer.code).toBe(0);
    expect(jsonOf(answer)).toEqual({
      total: 1,
      rows: [
        {
          id: 1,
          sourceUrl: 'https://blog.example/post',
          sourceDomain: 'blog.example',
          targetUrl: null,
          anchor: null,
          anchorClass: 'unknown',
          rel: [],
          followed: null,
          state: 'unchecked',
          reason: null,
          httpStatus: null,
          placement: 'unknown',
          quality: null,
          risk: null,
          signals: [],
          verdict: 'none',
          note: '',
          firstSeen: null,
          lastSeen: '2026-04-01',
          lastChecked: null,
          sources: ['gsc'],
        },
      ],
    });
  });

  it.each([
    ['an unknown key, naming the nearest', ['--filter', 'rsk>=60'], 'Did you mean “risk”?'],
    ['a sort there is not', ['--sort', 'nope'], 'It can be sorted by'],
    ['a limit that is no number', ['--limit', 'many'], '--limit takes a whole number'],
    ['a workbook without a file', ['--format', 'xlsx'], 'add -o name.xlsx'],
  ])('exits 2 for %s', (_, options, sentence) => {
    expect(run('links', PROJECT, ...options)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(sentence),
    });
  });

  it('prints an error as JSON however JSON was asked for', () => {
    const answer = run('links', PROJECT, '--format', 'json', '--filter', 'rsk>=60');
    expect(jsonOf(answer)).toMatchObject({ error: { code: 'bad-filter' } });
  });
});

describe('imports', () => {
  it('takes a filter and a sort like every table', () => {
    const list = (...options: string[]) =>
      jsonOf(run('imports', PROJECT, ...options, '--json')) as { rows: { rows: number }[] };
    const counts = list('--sort', 'rows:desc').rows.map(({ rows }) => rows);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(list('--filter', 'rows:0').rows).toEqual([]);
  });
});

describe('rejected', () => {
  it('lists every row that became no link, with its line and reason', () => {
    const answer = run('rejected', PROJECT, '1', '--json');
    expect(answer.code).toBe(0);
    expect(jsonOf(answer)).toEqual({
      total: 1,
      rows: [
        {
          line: 3,
          reason: 'bad-source-url',
          raw: 'not an address,2026-04-02',
          text: 'the source is not a web address',
        },
      ],
    });
  });

  it('says which imports there are when asked for another', () => {
    expect(run('rejected', PROJECT, '9')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('no import 9'),
    });
  });
});

describe('verify', () => {
  it.each([
    ['--timeout', 'soon', '--timeout takes seconds from 1 to 300.'],
    ['--per-host', '0', '--per-host takes a whole number from 1 to 32.'],
    ['--older-than', 'long', '--older-than takes a time such as 30d, 2w, 6m or 1y.'],
    ['--quiet-hours', '25:00-06:00', '--quiet-hours takes two times of the day, as in 22:00-06:30.'],
    [
      '--proxy',
      'http://me:secret@proxy.example:8080',
      '--proxy takes the address of a proxy without a user name, as in http://127.0.0.1:8080.',
    ],
  ])('says what %s takes', (option, value, sentence) => {
    expect(run('verify', PROJECT, option, value)).toMatchObject({ code: 2, stderr: `${sentence}\n` });
  });
});

describe('mark', () => {
  it('gives a verdict that the built file holds', () => {
    const answer = run('mark', PROJECT, '--filter', 'domain:blog.example', '--verdict', 'disavow-domain', '--json');
    expect(jsonOf(answer)).toEqual({ links: 1, domains: 1, verdict: 'disavow-domain' });
    expect(run('disavow', 'build', PROJECT).stdout).toContain('\ndomain:blog.example\n');
  });
});
