import { describe } from 'vitest';
import { page, table } from './judge-answer.ts';

describe('findNotice', () => {
  table('short pages made of the words of notices', [
    ['a wall', 'bot-challenge', page('<p>Verifying the security of your browser, hold on.</p>')],
    ['a refusal', 'bot-challenge', page('<p>Traffic from this address looks automated and was blocked.</p>')],
    ['a Spanish wall', 'bot-challenge', page('<p>Verifica que eres humano. Seguridad del sitio.</p>')],
    ['a Chinese wall', 'bot-challenge', page('<p>为了网站的安全，请先等待浏览器的检查，然后继续访问本站的内容。</p>')],
    ['an error', 'soft-404', page('<p>An unexpected error occurred on the server, sorry.</p>')],
    ['something that is gone', 'soft-404', page('<p>Sorry, what was here has been deleted and is gone.</p>')],
    ['a parked name', 'parked', page('<p>Registrar parking: the domain is reserved by its registrant.</p>')],
    ['a login', 'login-page', page('<p>Username, password, login: restricted to those who register.</p>')],
    ['an age', 'consent-wall', page('<p>Adults only: you confirm to be of legal age, 18 or older.</p>')],
  ]);

  table('short pages of an author', [
    ['a note without the link', 'absent', page('<h1>Post</h1><p>This is a post without the link.</p>')],
    ['a note on a link', 'absent', page('<p>The link has been removed from this article.</p>')],
    ['a note on links', 'absent', page('<p>This page no longer links to the site.</p>')],
    ['a welcome', 'absent', page('<h1>Welcome to my website</h1><p>I write about boats and the sea.</p>')],
    [
      'a business',
      'absent',
      page('<h1>About us</h1><p>We sell oars and boats at fair prices. Visit us in the harbour.</p>'),
    ],
    ['an opinion', 'absent', page('<p>Members of the club will join us on Sunday. Please send an email.</p>')],
    [
      'a list',
      'absent',
      page('<h1>Links</h1><ul><li><a href="https://a.example">A</a></li><li>B</li></ul><p>Boats.</p>'),
    ],
  ]);
});
