import { describe, expect, it } from 'vitest';
import { readPageBody } from '../../../src/core/html/page-body.ts';
import { walkHtml } from '../../../src/core/html/walk-html.ts';

describe('readPageBody', () => {
  it.each([
    ['<nav><a href="/">Home</a></nav><p>Text</p><aside>About us</aside>', { text: 'Text', unlinked: 4, links: 0 }],
    [
      '<div class="sidebar"><p>One</p></div><div id="content"><p>Two <a href="/x">three</a></p></div>',
      { text: 'Two three', unlinked: 4, links: 1 },
    ],
    ['<header><h1>Title</h1></header><p>Text</p><footer>End</footer>', { text: 'Title Text', unlinked: 10, links: 0 }],
    ['<p>All of it</p>', { text: 'All of it', unlinked: 9, links: 0 }],
  ])('%s', (html, body) => {
    expect(readPageBody(walkHtml(html, true).walk)).toEqual({ ...body, asksPassword: false, login: null });
  });

  it.each([
    ['in its menu', '<nav><a href="/login">Log in</a></nav><p>Text</p>', null],
    ['in place of its text', '<p>For members. <a href="/login?next=/x">Log in</a></p>', '/login?next=/x'],
    ['to registration', '<p>For members. <a href="#/portal/signup">Join</a></p>', '#/portal/signup'],
    ['to write a comment', '<p>Text</p><div id="comments"><a href="/wp-login.php">Log in</a></div>', null],
    ['to something else', '<p>About <a href="/logins-explained">logins</a></p>', null],
  ])('a link to a login %s', (_, html, login) => {
    expect(readPageBody(walkHtml(html, true).walk)).toMatchObject({ login });
  });

  it.each([
    ['in its menu', '<nav>Login <input type="password"></nav><p>Text</p>', false],
    ['in a box beside it', '<div class="sidebar"><form><input type=password></form> Join</div><p>Text</p>', false],
    [
      'in place of its text',
      '<nav>Menu</nav><p>Protected</p><form><input type=password></form><aside>New</aside>',
      true,
    ],
    ['below its heading', '<header><h1>Title</h1><input type="password"></header>', true],
  ])('a password asked for %s', (_, html, asksPassword) => {
    expect(readPageBody(walkHtml(html, true).walk)).toMatchObject({ asksPassword });
  });
});
