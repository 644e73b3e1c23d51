import { describe, expect, it } from 'vitest';
import { sniffBytes } from '../../../src/engine/import/sniff-bytes.ts';

describe('sniffBytes', () => {
  it.each([
    ['plain text', Buffer.from('Linking page\n'), 'utf-8', false],
    ['a UTF-8 mark', Buffer.from('\uFEFFLinking page\n'), 'utf-8', true],
    ['a UTF-16 mark', Buffer.from('\uFEFFLinking page\n', 'utf16le'), 'utf-16le', true],
    ['a swapped UTF-16 mark', Buffer.from('\uFEFFLinking page\n', 'utf16le').swap16(), 'utf-16be', true],
    ['UTF-16 without a mark', Buffer.from('https://a.example', 'utf16le'), 'utf-16le', false],
    ['Latin letters in one byte', Buffer.from('Caf\xE9\n', 'latin1'), 'windows-1252', false],
    [
      'one damaged line among good ones',
      Buffer.concat([Buffer.from('Zürich\nKöln\n'), Buffer.from('Caf\xE9\n', 'latin1')]),
      'utf-8',
      false,
    ],
    ['a character cut at the end', Buffer.from([0x61, 0xe2, 0x82]), 'utf-8', false],
    ['nothing', Buffer.alloc(0), 'utf-8', false],
  ] as const)('reads %s', (_, bytes, encoding, hasBom) => {
    expect(sniffBytes(bytes)).toEqual({ kind: 'text', encoding, hasBom });
  });

  it.each([
    ['PK\x03\x04', 'archive in an archive'],
    ['\xD0\xCF\x11\xE0', 'old Excel workbook'],
    ['%PDF-1.7', 'PDF'],
    ['\x89PNG\r\n', 'image'],
    ['SQLite format 3\0', 'Anchorage project'],
    ['  <html lang="en">', 'web page'],
    ['\xEF\xBB\xBF\n<!DOCTYPE html>', 'web page'],
    ['<!-- saved --><table>', 'web page'],
    ['<?xml version="1.0"?><links/>', 'XML file'],
    ['{\\rtf1', 'text document'],
    ['MZ\x90\0', 'program'],
    ['\x28\xB5\x2F\xFD', 'compressed file'],
  ])('refuses %j', (start, words) => {
    expect(sniffBytes(Buffer.from(start, 'latin1'))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(words),
    });
  });

  it('knows JSON', () => {
    expect(sniffBytes(Buffer.from('{"a": 1}'))).toEqual({ kind: 'json' });
    expect(sniffBytes(Buffer.from('\uFEFF[{"a": 1}]'))).toEqual({ kind: 'json' });
  });

  it('knows a gzip file', () => {
    expect(sniffBytes(Buffer.from([0x1f, 0x8b, 8, 0]))).toEqual({ kind: 'gzip' });
  });
});
