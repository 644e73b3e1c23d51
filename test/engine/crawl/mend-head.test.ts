import { describe, expect, it } from 'vitest';
import { mendHead } from '../../../src/engine/crawl/mend-head.ts';

function fieldsOf(...lines: string[]): string[] {
  const mended = mendHead(['HTTP/1.1 200 OK', ...lines].join('\r\n'));
  return mended.kind === 'head' ? mended.text.trimEnd().split('\r\n').slice(1) : [mended.kind];
}

describe('mendHead', () => {
  it.each<[string, string[], string[]]>([
    ['what is in order', ['A: b', 'Content-Length: 5'], ['A: b', 'Content-Length: 5']],
    ['a folded line', ['A: b', ' c', '\td', 'E: f'], ['A: b c d', 'E: f']],
    ['a blank before the colon', ['A : b'], ['A: b']],
    ['lines that are no header', ['nonsense', ': x', 'a b: c', 'A: b'], ['A: b']],
    ['a length given twice', ['Content-Length: 5', 'content-length: 5'], ['Content-Length: 5']],
    ['a list of one length', ['Content-Length: 5, 5'], ['Content-Length: 5']],
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6'], ['Content-Length: 5', 'Content-Length: 6']],
    ['a length beside chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked'], ['Transfer-Encoding: chunked']],
    ['a coding that is none', ['Transfer-Encoding: identity', 'Content-Length: 5'], ['Content-Length: 5']],
  ])('puts in order %s', (_, lines, expected) => {
    expect(fieldsOf(...lines)).toEqual(expected);
  });

  it('ends lines as they should end', () => {
    expect(mendHead('HTTP/1.1 200 OK\nA: b')).toEqual({ kind: 'head', text: 'HTTP/1.1 200 OK\r\nA: b\r\n\r\n' });
  });

  it.each([100, 102, 103])('skips an interim %i', (status) => {
    expect(mendHead(`HTTP/1.1 ${status} Wait\r\nLink: </a>`)).toEqual({ kind: 'interim' });
  });
});
