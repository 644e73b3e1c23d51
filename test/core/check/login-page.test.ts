import { describe } from 'vitest';
import { page, TEXT, table } from './judge-answer.ts';

describe('findLoginPage', () => {
  table('pages that ask for a login', [
    ['login by redirect', 'login-page', page(TEXT), { finalUrl: 'https://blog.example/login?next=/post' }],
    ['login form', 'login-page', page('<h1>Sign in</h1><form><input type="password"></form>')],
    ['members only', 'login-page', page('<p>You must be logged in to view this.</p><input type=password>')],
    ['a network', 'login-page', page('<h1>Join to view the full post</h1><p>Sign in or join now to see more.</p>')],
    ['a forum', 'login-page', page('<p>You must be registered and logged in to view this forum.</p>')],
    [
      'a password for one page',
      'login-page',
      page('<p>This content is password protected.</p><input type="password">', '<title>Protected: Post</title>'),
    ],
    [
      'a post behind a password, in the dress of its site',
      'login-page',
      page(
        `<nav>${'<a href="/x">One of many</a> '.repeat(9)}</nav><article><h1>Protected: Week two</h1><time datetime="2023-07-22">22 July</time><p>To see it, give the word we sent you.</p><form><input type="password"></form></article><aside>${TEXT}</aside>`,
        '<title>Protected: Week two | Two on the road</title>',
      ),
      { requestedUrl: 'https://blog.example/week-two/' },
    ],
    [
      'an entry for members, in the dress of its site',
      'login-page',
      page(
        '<nav><a href="/a">A</a><a href="/b">B</a><a href="/c">C</a></nav><article><h1>Week two</h1><time datetime="2023-07-22">22 July</time><p>Den här texten är för oss som känner varandra.</p><a href="/inloggen">Hit</a></article>',
        '<title>Week two</title>',
      ),
      { requestedUrl: 'https://blog.example/week-two/' },
    ],
    [
      'a form with much about registering',
      'login-page',
      page(
        `<h2>Aanmelden</h2><form><input type="password"></form><p>${'Wie zich registreert kan meer. '.repeat(15)}</p>`,
      ),
      { requestedUrl: 'https://blog.example/viewtopic.php?t=338' },
    ],
    [
      'a long message above a form, of a board in any language',
      'login-page',
      page(`<table><tr><td>${TEXT}<form><input type="password"></form></td></tr></table>`, '<title>Forum</title>'),
      { requestedUrl: 'https://blog.example/showthread.php?t=30551' },
    ],
    ['for readers who were invited', 'login-page', page('<h2>Este blog é só para leitores convidados</h2>')],
    ['in Korean', 'login-page', page('<p>이웃만 열람할 수 있는 글입니다.</p>')],
    [
      'a private blog',
      'login-page',
      page('<p>This blog is private. You need to be invited by the owner to read it.</p>'),
    ],
    ['a board', 'login-page', page('<p>You are not logged in or you do not have permission to access this page.</p>')],
    [
      'a form alone',
      'login-page',
      page('<h1>Welcome back</h1><form>Email <input> Password <input type="password"></form>'),
    ],
    ['members only', 'login-page', page('<p>This content is for members only. Join today.</p>')],
    ['a redirect to a host for logins', 'login-page', page(TEXT), { finalUrl: 'https://sso.other.example/x' }],
    [
      'a redirect to a login that is missing',
      'login-page',
      page(TEXT),
      { finalUrl: 'https://blog.example/login', status: 404 },
    ],
    ['a Russian site', 'login-page', page('<p>Чтобы прочитать, необходимо войти.</p>')],
  ]);

  table('pages with a login in a corner', [
    ['prices for members', 'absent', page(`${TEXT}<p>Please log in to see your prices.</p>`)],
    ['a form in the header', 'absent', page(`<header>Join us <form><input type="password"></form></header>${TEXT}`)],
    [
      'a form above the posts of a forum',
      'absent',
      page(
        `<div id="hd"><form><input type="password"></form></div><td id="postmessage_41">${TEXT}</td>`,
        '<title>Oars for the lake</title>',
      ),
      { requestedUrl: 'https://blog.example/thread-77-1-1.html' },
    ],
    ['an invitation below', 'absent', page(`${TEXT.repeat(2)}<p>Please sign in to read the comments.</p>`)],
  ]);
});
