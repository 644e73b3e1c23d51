import { describe, expect, it } from 'vitest';
import { normaliseDisavowFile } from '../../../src/core/disavow/normalise-disavow-file.ts';
import { parseDisavowFile, parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';
import { printDisavowFile } from '../../../src/core/disavow/print-disavow-file.ts';

describe('normaliseDisavowFile', () => {
  it.each([
    ['', ''],
    ['\ufeffdomain: a.example \r\n \t\r# b', 'domain: a.example \n\n# b\n'],
    ['domain:a.example\n', 'domain:a.example\n'],
  ])('stores %j as %j', (before, after) => {
    const bytes = printDisavowFile(normaliseDisavowFile(parseDisavowText(before)));
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(after);
  });

  it('turns UTF-16 into UTF-8 and drops half a character', () => {
    const file = parseDisavowFile(Uint8Array.of(0xff, 0xfe, 0x23, 0x00, 0xfc, 0x00, 0x0a));
    expect(printDisavowFile(normaliseDisavowFile(file))).toEqual(new TextEncoder().encode('#ü\n'));
  });
});
