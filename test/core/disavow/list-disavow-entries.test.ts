import { describe, expect, it } from 'vitest';
import { listDisavowEntries } from '../../../src/core/disavow/list-disavow-entries.ts';
import { parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';

describe('listDisavowEntries', () => {
  it('gives every entry with what is written about it', () => {
    const file = parseDisavowText(
      [
        '# Header',
        '',
        '# Contacted twice',
        '#no reply',
        'domain: a.example',
        'http://www.b.example/x/ # paid',
        '# Other',
        'domain:c.example',
        '',
        'domain:d.example',
        'no entry',
      ].join('\n'),
    );
    expect(listDisavowEntries(file)).toEqual([
      { kind: 'domain', host: 'a.example', line: 5, comment: 'Contacted twice no reply', isWellFormed: false },
      {
        kind: 'url',
        url: 'http://www.b.example/x/',
        urlKey: 'b.example/x',
        host: 'www.b.example',
        line: 6,
        comment: 'Contacted twice no reply paid',
        isWellFormed: true,
      },
      { kind: 'domain', host: 'c.example', line: 8, comment: 'Other', isWellFormed: true },
      { kind: 'domain', host: 'd.example', line: 10, comment: '', isWellFormed: true },
    ]);
  });
});
