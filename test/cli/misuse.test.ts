import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProjectFile } from '../support/project-file.ts';
import { jsonOf, runCli } from '../support/run-cli.ts';

let file: ReturnType<typeof createProjectFile>;

beforeAll(() => {
  file = createProjectFile(['https://spam.example/1']);
  mkdirSync(join(file.folder, 'folder'));
  writeFileSync(join(file.folder, 'list.txt'), 'domain:spam.example\n');
});

afterAll(() => file.remove());

describe('wrong use', () => {
  it.each([
    ['', 'wrong-use', 'Name a command: init, import'],
    ['disavow', 'wrong-use', 'Name a command: build, lint, fix, diff, coverage, import.'],
    ['disavow lnit list.txt', 'wrong-use', "Unknown command 'lnit'. Did you mean lint?"],
    ['disavow lint none.txt', 'cannot-read', 'there is no such file'],
    ['disavow lint folder', 'cannot-read', 'it is a folder'],
    ['disavow lint list.txt --project none', 'not-found', 'There is no file'],
    ['disavow coverage folder list.txt', 'cannot-read', 'is a folder, not a project'],
    ['disavow coverage list.txt list.txt', 'not-a-project', 'is not an Anchorage project'],
    ['disavow build client.anchorage -o none/disavow.txt', 'cannot-write', 'there is no such folder'],
    ['disavow build client.anchorage -o folder', 'cannot-write', 'it is a folder'],
    ['links client.anchorage -o none/links.xlsx', 'cannot-write', 'there is no such folder'],
    ['links client.anchorage --limit -1', 'wrong-use', '--limit takes a whole number from 1'],
    ['links client.anchorage --sort rsik', 'wrong-use', 'Did you mean “risk”?'],
    ['links client.anchorage --filter riks>=60', 'bad-filter', 'Did you mean “risk”?'],
    ['imports client.anchorage --filter fiel:a', 'bad-filter', 'Did you mean “file”?'],
    ['mark client.anchorage --filter x --verdict disavow', 'wrong-use', 'Allowed choices are keep'],
    ['undo-import client.anchorage last', 'wrong-use', 'It is a whole number.'],
  ])('anchorage %s is told from other errors', (line, code, words) => {
    const answer = runCli(file.folder, ...line.split(' ').filter((word) => word !== ''), '--json');
    expect(answer.code).toBe(2);
    expect(jsonOf(answer)).toMatchObject({ error: { code, message: expect.stringContaining(words) } });
  });

  it('marks in a filter what was not understood', () => {
    const answer = runCli(file.folder, 'links', 'client.anchorage', '--filter', 'state:live riks>=60');
    expect(answer).toEqual({
      code: 2,
      stdout: '',
      stderr: 'The links table has no key “riks”. Did you mean “risk”?\n  state:live riks>=60\n             ^^^^\n',
    });
  });
});
