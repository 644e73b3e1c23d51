import { describe, expect, it } from 'vitest';
import { type PageEnd, readPageEnd } from '../../../src/core/html/page-end.ts';

describe('readPageEnd', () => {
  const cases: readonly (readonly [string, PageEnd])[] = [
    ['<html><body><p>x</body></html>', { kind: 'closed' }],
    ['<BODY>x</BODY>\n<!-- served in 3 ms', { kind: 'closed' }],
    ['<html><body><p>x', { kind: 'open' }],
    ['<p>x', { kind: 'bare' }],
    ['<p>x <a href="https://exam', { kind: 'abrupt', inside: 'a tag' }],
    ['<p>x</di', { kind: 'abrupt', inside: 'a tag' }],
    ['<p>1 < 2', { kind: 'bare' }],
    ['<p>x<!-- a > b', { kind: 'abrupt', inside: 'a comment' }],
    ['<p>x<script>if (a > b) {', { kind: 'abrupt', inside: '<script>' }],
    ['', { kind: 'bare' }],
  ];
  it.each(cases)('%s', (html, end) => {
    expect(readPageEnd(html)).toEqual(end);
  });
});
