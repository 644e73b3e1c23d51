import { describe, expect, it } from 'vitest';
import { diffDisavowFiles } from '../../../src/core/disavow/diff-disavow-files.ts';
import { parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';

describe('diffDisavowFiles', () => {
  it('tells what came, went and stayed, and what is covered all the same', () => {
    const before = parseDisavowText(
      '# old\ndomain:a.example\nhttp://b.example/x\ndomain:c.example\ndomain:s.d.example\n',
    );
    const after = parseDisavowText('domain:b.example\ndomain: A.example\ndomain:e.example\nhttp://c.example/y\n');
    expect(diffDisavowFiles(before, after)).toEqual({
      added: [
        { kind: 'domain', entry: 'domain:b.example', line: 1, coveredBy: null },
        { kind: 'domain', entry: 'domain:e.example', line: 3, coveredBy: null },
        {
          kind: 'url',
          entry: 'http://c.example/y',
          line: 4,
          coveredBy: { line: 4, match: 'domain', isWellFormed: true },
        },
      ],
      removed: [
        {
          kind: 'url',
          entry: 'http://b.example/x',
          line: 3,
          coveredBy: { line: 1, match: 'domain', isWellFormed: true },
        },
        { kind: 'domain', entry: 'domain:c.example', line: 4, coveredBy: null },
        { kind: 'domain', entry: 'domain:s.d.example', line: 5, coveredBy: null },
      ],
      kept: [{ kind: 'domain', entry: 'domain:a.example', lineBefore: 2, lineAfter: 2 }],
    });
  });

  it.each([
    ['order', 'domain:a.example\ndomain:b.example\n', 'domain:b.example\ndomain:a.example\n'],
    ['duplicates', 'domain:a.example\ndomain:a.example\n', 'domain:a.example\n'],
    ['comments and line ends', '# x\ndomain:a.example\n', 'domain:a.example\r\n\r\n'],
    ['spelling', 'http://A.example:80/x#y\n', 'http://a.example/x # remark\n'],
  ])('does not count %s', (_, before, after) => {
    expect(diffDisavowFiles(parseDisavowText(before), parseDisavowText(after))).toMatchObject({
      added: [],
      removed: [],
    });
  });

  it('keeps twins apart but says that they cover each other', () => {
    const diff = diffDisavowFiles(parseDisavowText('http://a.example/x\n'), parseDisavowText('https://a.example/x\n'));
    expect(diff.removed.map(({ coveredBy }) => coveredBy?.match)).toEqual(['twin']);
  });
});
