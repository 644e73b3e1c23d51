import { describe, expect, it } from 'vitest';
import { parseDisavowFile, parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';
import { printDisavowFile, printDisavowText } from '../../../src/core/disavow/print-disavow-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].flatMap((unit) =>
      isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
    ),
  );

/** Mulberry32: the same numbers on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe('parseDisavowFile', () => {
  it.each<[string, Uint8Array, string]>([
    ['empty', bytesOf(''), 'utf-8'],
    ['ASCII', bytesOf('domain:a.example\n'), 'utf-8'],
    ['UTF-8 with a byte order mark', bytesOf('\ufeffdomain:a.example\n'), 'utf-8-bom'],
    ['two byte order marks', bytesOf('\ufeff\ufeffdomain:a.example\n'), 'utf-8-bom'],
    ['UTF-16 little endian', utf16('# ü\r\ndomain:a.example\r\n', true), 'utf-16le'],
    ['UTF-16 big endian', utf16('# ü\ndomain:a.example', false), 'utf-16be'],
    ['UTF-16 with a lone surrogate', utf16('# \ud800 \udc00\n', true), 'utf-16le'],
    ['UTF-16 cut within a character', utf16('# a\n', true).slice(0, -1), 'utf-16le'],
    ['UTF-16 with nothing but its mark', Uint8Array.of(0xfe, 0xff), 'utf-16be'],
    ['Windows-1252', Uint8Array.of(0x23, 0x80, 0x81, 0x9f, 0xe4, 0x0a), 'windows-1252'],
    ['a UTF-8 line beside a broken one', Uint8Array.of(0x23, 0xc3, 0xbc, 0x0a, 0x23, 0xfc, 0x0a), 'windows-1252'],
    ['overlong UTF-8', Uint8Array.of(0xc0, 0xaf), 'windows-1252'],
    ['NUL bytes', bytesOf('domain:\0a.example\0\n\0'), 'utf-8'],
  ])('reads %s and prints the very bytes back', (_, bytes, encoding) => {
    const file = parseDisavowFile(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.sizeBytes).toBe(bytes.length);
    expect(printDisavowFile(file)).toEqual(bytes);
  });

  it('splits lines at LF, CRLF and CR, and keeps each end', () => {
    const file = parseDisavowText('# a\n# b\r\n# c\r# d\n\r\n# e');
    expect(file.lines.map(({ raw, end }) => [raw, end])).toEqual([
      ['# a', '\n'],
      ['# b', '\r\n'],
      ['# c', '\r'],
      ['# d', '\n'],
      ['', '\r\n'],
      ['# e', ''],
    ]);
  });

  it.each([
    ['nothing', '', 0],
    ['comments only', '# a\n# b\n', 2],
    ['CR only', '\r\r\r', 3],
    ['line separators that are no line ends', '# a\u2028b\u0085c\u000bd\n', 1],
  ])('counts the lines of %s', (_, text, count) => {
    expect(parseDisavowText(text).lines).toHaveLength(count);
  });

  it('does not choke on a line of one megabyte', () => {
    const pieces = ['x', '"', ' ', '- ', 'domain:', 'a.', ' x', '%', '\0', ','];
    const texts = pieces.flatMap((piece) => [
      piece.repeat(1_000_000 / piece.length),
      `http://a.example/${piece.repeat(1_000_000 / piece.length)}x`,
      `domain:${piece.repeat(1_000_000 / piece.length)}x`,
    ]);
    for (const text of texts) {
      expect(printDisavowText(parseDisavowText(text)) === text).toBe(true);
    }
  });

  it('prints back any bytes', () => {
    const random = createRandom(20_261_121);
    const words = [
      'domain:',
      'a.example',
      'http://',
      '#',
      ' ',
      '\t',
      '\r',
      '\n',
      '\r\n',
      'ü',
      '한',
      '\ufeff',
      '\0',
      '*',
      '"',
      ',',
      '.',
    ];
    for (let round = 0; round < 3_000; round += 1) {
      const parts = Array.from({ length: random(30) }, () =>
        random(4) === 0 ? Uint8Array.of(random(256)) : bytesOf(words[random(words.length)] ?? ''),
      );
      const mark = [[], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]][random(4)] ?? [];
      const bytes = Uint8Array.from([mark, ...parts.map((part) => Array.from(part))].flat());
      expect(printDisavowFile(parseDisavowFile(bytes))).toEqual(bytes);
    }
  });
});
