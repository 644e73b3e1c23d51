import { describe, expect, it } from 'vitest';
import { commentText, printComment, wrapComment } from '../../../src/core/disavow/comment-text.ts';

describe('printComment', () => {
  it.each([
    ['spam', '# spam'],
    ['  two\n lines\t', '# two lines'],
    ['a\u2028b\u202ec\0', '# a b c'],
    ['', '#'],
    ['\n\n', '#'],
    ['x'.repeat(198), `# ${'x'.repeat(198)}`],
    ['x'.repeat(199), `# ${'x'.repeat(197)}…`],
    [`${'x'.repeat(196)}😀😀`, `# ${'x'.repeat(196)}…`],
  ])('writes %j as %j', (text, comment) => {
    expect(printComment(text)).toBe(comment);
  });
});

describe('wrapComment', () => {
  it('breaks between words, and within a word only where it must', () => {
    expect(wrapComment(`${'x'.repeat(250)} ${'word '.repeat(50)}`)).toEqual([
      `# ${'x'.repeat(198)}`,
      `# ${'x'.repeat(52)} ${'word '.repeat(29).trim()}`,
      `# ${'word '.repeat(21).trim()}`,
    ]);
  });

  it('writes nothing for nothing', () => {
    expect(wrapComment(' \n')).toEqual([]);
  });
});

describe('commentText', () => {
  it.each([
    ['# spam', 'spam'],
    ['##spam ', 'spam'],
    ['spam', 'spam'],
    ['#', ''],
  ])('reads %j as %j', (line, text) => {
    expect(commentText(line)).toBe(text);
  });
});
