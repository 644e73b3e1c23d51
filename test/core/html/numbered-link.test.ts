import { describe, expect, it } from 'vitest';
import { findNumberedLink } from '../../../src/core/html/numbered-link.ts';
import { walkHtml } from '../../../src/core/html/walk-html.ts';

describe('findNumberedLink', () => {
  it.each([
    [
      '/viewtopic.php?t=5518',
      '<a href="/posting.php?mode=reply&amp;t=5518">Reply</a>',
      '/posting.php?mode=reply&t=5518',
    ],
    ['/news/1187/', '<a href="/print/1187">Print</a>', '/print/1187'],
    ['/news/1187/', '<a href="/news/11870/">Another</a>', null],
    ['/viewtopic.php?t=5518', '<a href="/ucp.php?mode=login&amp;redirect=viewtopic.php%3Ft%3D5518">Log in</a>', null],
    ['/2019/', '<a href="/2019/05/">May</a>', null],
    ['/oars', '<a href="/oars/5518">More</a>', null],
  ])('%s: %s', (path, html, link) => {
    const { walk } = walkHtml(html, false);
    expect(findNumberedLink(walk.links, `https://blog.example${path}`)).toBe(link);
  });
});
