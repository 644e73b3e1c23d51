import { describe, expect, it } from 'vitest';
import { findCommentSystem } from '../../../src/core/html/comment-system.ts';

describe('findCommentSystem', () => {
  it.each([
    ['<div id="disqus_thread"></div>', 'comments of Disqus fill the empty element disqus_thread'],
    ['<div id=disqus_thread></div>', 'comments of Disqus fill the empty element disqus_thread'],
    ['<div class="box fb-comments" data-href="x"></div>', 'comments of Facebook fill the empty element fb-comments'],
    ['<div id="commento">\n</div>', 'comments of Commento fill the empty element commento'],
    ['<div id="remark42"><noscript>x</noscript></div>', 'comments of Remark42 fill the empty element remark42'],
    ['<section id="comments" data-url="/c/1"></section>', 'scripts fill the empty element comments'],
    ['<div class="comment-list">Loading comments…</div>', 'scripts fill the empty element comment-list'],
    [
      '<script src="https://giscus.app/client.js" async></script>',
      'comments come from <script src="https://giscus.app/client',
    ],
    ['<hyvor-talk-comments website-id="1">', 'comments come from <hyvor-talk-comments'],
  ])('%s', (html, expected) => {
    expect(findCommentSystem(html)).toBe(expected);
  });

  it.each([
    '<div id="comments" class="comments-area"></div>',
    '<div id="comments"><p>Nice!</p></div>',
    '<div id="disqus_thread"><p>Kept by the server</p></div>',
    '<div id="commentary" data-url="/x"></div>',
    '<script src="/js/comment-reply.min.js"></script>',
    '<a href="https://disqus.com/">Disqus</a>',
  ])('finds none in %s', (html) => {
    expect(findCommentSystem(html)).toBeNull();
  });
});
