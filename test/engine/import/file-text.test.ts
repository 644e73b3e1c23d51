import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { TextEncoding } from '../../../src/core/formats/text-encoding.ts';
import { createTextReader } from '../../../src/engine/import/file-text.ts';

function readIn(pieces: readonly Uint8Array[], encoding: TextEncoding): string {
  const reader = createTextReader(encoding);
  return [...pieces.map((piece) => reader.write(piece)), reader.end()].join('');
}

function cutEvery(bytes: Uint8Array, length: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
}

describe('createTextReader', () => {
  const TEXT = 'Zürich €5 한국 🌹\r\nשלום\n';

  it.each([1, 2, 3, 5, 7])('reads UTF-8 in pieces of %i bytes', (length) => {
    expect(readIn(cutEvery(Buffer.from(TEXT), length), 'utf-8')).toBe(TEXT);
  });

  it.each([1, 3, 5])('reads UTF-16 in pieces of %i bytes', (length) => {
    const bytes = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');
    expect(readIn(cutEvery(bytes, length), 'utf-16le')).toBe(TEXT);
    expect(readIn(cutEvery(Buffer.from(bytes).swap16(), length), 'utf-16be')).toBe(TEXT);
  });

  it.each([
    ['shift_jis', '庭の手入れ\n表示能力\n'],
    ['gb18030', '我们的花园\n'],
    ['koi8-r', 'Уход за садом\n'],
  ] as const)('reads %s in pieces of any size', (encoding, text) => {
    const bytes = iconv.encode(text, encoding);
    for (let length = 1; length < 6; length += 1) expect(readIn(cutEvery(bytes, length), encoding)).toBe(text);
  });

  it('drops the mark and NUL characters', () => {
    expect(readIn([Buffer.from('\uFEFFa\0b')], 'utf-8')).toBe('ab');
  });

  it('reads a line of windows-1252 among lines of UTF-8, and spoils neither', () => {
    const bytes = Buffer.concat([Buffer.from('Zürich\n'), Buffer.from('Café “5”\n', 'latin1'), Buffer.from('Köln\n')]);
    expect(readIn([bytes], 'utf-8')).toContain('Zürich\nCafé');
    expect(readIn([bytes], 'utf-8')).toContain('\nKöln\n');
  });

  it('reads the end of a character that never came', () => {
    expect(readIn([Buffer.from([0x61, 0xe2, 0x82])], 'utf-8')).toBe('a\uFFFD');
  });
});
