import { describe } from 'vitest';
import { LINK, page, TEXT, table } from './judge-answer.ts';

describe('findUnreadable', () => {
  table('pages whose text is elsewhere', [
    ['mount point', 'javascript-page', page('<div id="root"></div><script src="/static/js/main.a1.js"></script>')],
    [
      'noscript',
      'javascript-page',
      page('<noscript>You need to enable JavaScript to run this app.</noscript><script src="/x.js"></script>'),
    ],
    [
      'a mount point inside a frame of menu and footer',
      'javascript-page',
      page(`${TEXT}<main id="app">Loading…</main><script src="/a.js"></script>`),
    ],
    ['an Angular root', 'javascript-page', page('<app-root></app-root><script src="/m.js"></script>')],
    [
      'a loading note',
      'javascript-page',
      page('<p>Loading, please be patient while we get things ready</p><script src="/m.js"></script>'),
    ],
    [
      'a script that leads away',
      'javascript-page',
      page('<p>If nothing happens click here</p><script>window.location = "/x"</script>'),
    ],
    ['scripts alone', 'javascript-page', page('<script>render()</script>', '')],
    [
      'a link waits in noscript',
      'javascript-page',
      page(`<div id="app"></div><noscript>${LINK}</noscript><script src="/app.js"></script>`),
    ],
    ['nothing', 'empty-page', page('', '')],
    ['no body at all', 'empty-page', ''],
    ['frameset', 'empty-page', '<html><frameset cols="50%,50%"><frame src="/a.html"></frameset></html>'],
    ['one frame', 'empty-page', page('<iframe src="https://other.example/"></iframe>')],
    [
      'an empty main element',
      'javascript-page',
      page('<nav><a href="/">Home</a></nav><main></main><script src="/e.js"></script>'),
    ],
    ['an empty main element of a page without scripts', 'absent', page(`${TEXT}<main></main>`)],
    [
      'an empty place on a page that says enough',
      'absent',
      page(`${TEXT.repeat(3)}<div id="content"></div><script src="/e.js"></script>`),
    ],
    [
      'a script that writes the link',
      'javascript-page',
      page(`${TEXT}<script>document.write('${LINK.replace('/', '\\/')}')</script>`),
    ],
    [
      'a script that writes the link, and noscript',
      'javascript-page',
      page(`${TEXT}<script>x.innerHTML = 'https://client.test/'</script><noscript>${LINK}</noscript>`),
    ],
    [
      'a short page with scripts',
      'absent',
      page(
        '<article><h1>Post</h1><p>This post tells of boats, of the sea and of nothing else, and that is all of it, really, apart from the lighthouse, the tide, the old quay and the two men who mend their nets there every evening.</p></article><script src="/static/js/main.js"></script>',
        '<title>The lighthouse</title>',
      ),
      { requestedUrl: 'https://blog.example/the-lighthouse' },
    ],
    ['a heading above nothing', 'javascript-page', page('<h1>Oars</h1><div></div><script src="/x.js"></script>')],
    ['an empty article', 'javascript-page', page('<a href="/">Home</a><article></article><script>load()</script>')],
    [
      'a short page whose comments want scripts',
      'absent',
      page(
        '<article><h1>Post</h1><p>This post tells of boats, of the sea and of nothing else, and that is all of it, really, apart from the lighthouse, the tide, the old quay and the two men who mend their nets there every evening.</p></article><noscript>Please enable JavaScript to view the comments.</noscript><script src="/c.js"></script>',
        '<title>The lighthouse</title>',
      ),
      { requestedUrl: 'https://blog.example/the-lighthouse' },
    ],
    [
      'scripts for the comments',
      'absent',
      page(`${TEXT}<noscript>Please enable JavaScript to view the comments.</noscript><script src="/c.js"></script>`),
    ],
  ]);
});
