import { describe } from 'vitest';
import { page, TEXT, table } from './judge-answer.ts';

/** An article: a frame with a menu, a title, and what it tells. */
function article(title: string, text = TEXT): string {
  const menu = '<nav><a href="/">Start</a><a href="/all">All letters</a><a href="/about">About</a></nav>';
  const body = `${menu}<main><article><h1>${title}</h1>${text}</article></main>`;
  return page(body, `<title>${title} | Letters from the mill</title>`);
}

const at = (path: string) => ({ requestedUrl: `https://blog.example${path}` });

describe('noticeSubject', () => {
  table('articles that have the words of notices for their subject', [
    ['error pages', 'absent', article('404: Page not found, and why'), at('/404-not-found-explained')],
    ['captchas', 'absent', article('Are you a robot?'), at('/letters/robots-and-captchas')],
    ['parked domains', 'absent', article('This domain is for sale'), at('/domains-for-sale/')],
    [
      'a form to log in',
      'absent',
      article('Log in: how forms came about', `${TEXT}<form><input type="password"></form>`),
      at('/history-of-the-login-form'),
    ],
    [
      'a captcha in its words',
      'absent',
      article('Warum Captchas nerven', `${TEXT}<p>Ich bin kein Roboter.</p>`),
      at('/warum-captchas-nerven'),
    ],
    [
      'a quotation',
      'absent',
      article('Harbour days', `${TEXT.slice(0, 300)}<p>The sign said: “This domain may be for sale.”</p>`),
      at('/harbour-days'),
    ],
    ['a refusal', 'absent', article('Access denied'), at('/2019/access-denied')],
  ]);

  table('pages that say so of themselves', [
    ['under another address', 'soft-404', article('404: Page not found'), at('/ten-walks-by-the-water')],
    ['without anything to tell', 'soft-404', page('<h1>404: Page not found</h1>'), at('/404-not-found-explained')],
    [
      'where a redirect led',
      'soft-404',
      article('404: Page not found'),
      { ...at('/404-not-found-explained'), finalUrl: 'https://blog.example/404-not-found' },
    ],
    [
      'a challenge in a script',
      'bot-challenge',
      article('Are you a robot?', '<script>window._cf_chl_opt={}</script><p>Checking your browser.</p>'),
      at('/letters/robots-and-captchas'),
    ],
  ]);
});
