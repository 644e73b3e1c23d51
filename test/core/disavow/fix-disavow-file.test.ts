import { describe, expect, it } from 'vitest';
import { fixDisavowFile } from '../../../src/core/disavow/fix-disavow-file.ts';
import { parseDisavowFile, parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';
import { printDisavowFile, printDisavowText } from '../../../src/core/disavow/print-disavow-file.ts';

function fix(text: string): string {
  return printDisavowText(fixDisavowFile(parseDisavowText(text)).file);
}

describe('fixDisavowFile', () => {
  it.each([
    ['domain: a.example\n', 'domain:a.example\n'],
    ['Domain : https://www.b.a.example:80/x?y\n', 'domain:www.b.a.example\n'],
    ['domain:a.example # spam\n', '# spam\ndomain:a.example\n'],
    ['http://a.example/x#top\tspam\n', '# spam\nhttp://a.example/x\n'],
    ['domain:bücher.example\n', 'domain:xn--bcher-kva.example\n'],
    [' http://a.example/x \n', 'http://a.example/x\n'],
    ['spam-site.com\n', 'domain:spam-site.com\n'],
    ['"domain:a.com"\n', 'domain:a.com\n'],
    ['domain:a.com domain:b.com\n', 'domain:a.com\ndomain:b.com\n'],
    ['// remark\n', '# remark\n'],
    ['domain:a.example\ndomain: A.example\nhttp://b.a.example/x\n', 'domain:a.example\n'],
    ['a.com\r\n   \r\n# b', 'domain:a.com\n\n# b\n'],
  ])('makes %j into %j', (before, after) => {
    expect(fix(before)).toBe(after);
    expect(fix(after)).toBe(after);
  });

  it.each([
    ['a risky entry that does nothing yet', 'domain: facebook.com\ndomain: store\nyoutube.com\nreadme.txt\n'],
    ['what needs a decision', 'domain:www.a.example\nhttp://a.example/two words\nhttp://a.example/?utm_source=x\n'],
    ['a twin', 'http://a.example/x\nhttps://a.example/x\n'],
    ['entries under a suffix somebody will take out', 'domain:a.store\ndomain:store\n'],
    ['what it cannot read', 'see below\ndomain:*.a.example\na.example,1,2\n'],
  ])('leaves %s alone and lists it', (_, text) => {
    const { file, changes, remaining } = fixDisavowFile(parseDisavowText(text));
    expect(printDisavowText(file)).toBe(text);
    expect(changes).toEqual([]);
    expect(remaining.length).toBeGreaterThan(0);
  });

  it('leaves alone what would disavow the own site or something marked keep', () => {
    const text = 'domain: acme.example\ndomain: kept.example\n';
    const verdicts = { keptDomain: (host: string) => host === 'kept.example', keptUrl: () => false };
    const { file } = fixDisavowFile(parseDisavowText(text), { ownHosts: ['acme.example'], verdicts });
    expect(printDisavowText(file)).toBe(text);
  });

  it('makes decisions it was told to make', () => {
    const file = parseDisavowText('domain:www.a.example\ndomain:a.example.\n');
    expect(printDisavowText(fixDisavowFile(file, {}, new Set(['W11'])).file)).toBe('domain:a.example\n');
  });

  it('says what became of every line, at its line in the original', () => {
    const file = parseDisavowText('\ufeff# list\r\ndomain: a.example # spam\r\ndomain:b.example\r\nhttp://a.example/x');
    expect(fixDisavowFile(file)).toMatchObject({
      changes: [
        { line: 2, ids: ['E6', 'W9'], before: 'domain: a.example # spam', after: '# spam\ndomain:a.example' },
        { line: 4, ids: ['W5'], before: 'http://a.example/x', after: '' },
      ],
      wholeFile: [
        'The byte order mark was removed.',
        'Line ends were made LF.',
        'A newline was added to the last line.',
      ],
      remaining: [],
    });
  });

  it('converts a file that mixes encodings, each line by its own', () => {
    const bytes = Uint8Array.from([0x23, 0xc3, 0xbc, 0x0a, 0x23, 0xfc, 0x0a]);
    const { file, wholeFile } = fixDisavowFile(parseDisavowFile(bytes));
    expect(new TextDecoder().decode(printDisavowFile(file))).toBe('#ü\n#ü\n');
    expect(wholeFile).toEqual(['The file was converted from windows-1252 to UTF-8.']);
  });
});
