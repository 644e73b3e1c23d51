import { describe, expect, it } from 'vitest';
import { admitPage, admitSocket, type Visit } from '../../src/web/gate.ts';

const gate = { port: 4100, token: 'right' };
const cookie = 'anchorage-4100=right';

function visit(given: Partial<Visit>): Visit {
  return { target: '/', host: '127.0.0.1:4100', origin: 'http://127.0.0.1:4100', cookie: undefined, ...given };
}

describe('admitPage', () => {
  it('takes the token from the address once and keeps it in a cookie no script and no other site can use', () => {
    expect(admitPage(gate, visit({ target: '/?token=right' }))).toEqual({
      kind: 'first-visit',
      cookie: 'anchorage-4100=right; Path=/; HttpOnly; SameSite=Strict',
    });
  });

  it.each([
    ['its own cookie', { cookie }],
    ['the name localhost', { cookie, host: 'localhost:4100' }],
    ['its cookie among others', { cookie: `a=b; ${cookie}; anchorage-4200=wrong` }],
  ])('lets a browser in by %s', (_, given) => {
    expect(admitPage(gate, visit(given))).toEqual({ kind: 'admitted', path: '/' });
  });

  it('answers for the path without its query', () => {
    expect(admitPage(gate, visit({ cookie, target: '/assets/a.js?v=1?2' }))).toEqual({
      kind: 'admitted',
      path: '/assets/a.js',
    });
  });

  it.each([
    ['no token', { target: '/' }, 'no-token'],
    ['an empty cookie', { cookie: 'anchorage-4100=' }, 'no-token'],
    ['a cookie of another port', { cookie: 'anchorage-4200=right' }, 'no-token'],
    ['a wrong token', { target: '/?token=wrong' }, 'wrong-token'],
    ['a wrong token beside a right cookie', { target: '/?token=righ', cookie }, 'wrong-token'],
    ['a token in a path that takes none', { target: '/assets/a.js?token=right' }, 'no-token'],
    ['a name that resolves here', { cookie, host: 'attacker.example:4100' }, 'foreign-host'],
    ['another port', { cookie, host: '127.0.0.1:4200' }, 'foreign-host'],
    ['no port', { cookie, host: 'localhost' }, 'foreign-host'],
    ['no host', { cookie, host: undefined }, 'foreign-host'],
  ])('refuses %s', (_, given, reason) => {
    expect(admitPage(gate, visit(given))).toEqual({ kind: 'refused', reason });
  });
});

describe('admitSocket', () => {
  it('lets in the window that is served under the same name', () => {
    const own = visit({ target: '/engine', cookie, host: 'localhost:4100', origin: 'http://localhost:4100' });
    expect(admitSocket(gate, own)).toEqual({ kind: 'admitted', path: '/engine' });
  });

  it.each([
    ['another site', { cookie, origin: 'https://attacker.example' }, 'foreign-origin'],
    ['another local program', { cookie, origin: 'http://127.0.0.1:3000' }, 'foreign-origin'],
    ['a sandboxed frame', { cookie, origin: 'null' }, 'foreign-origin'],
    ['a program that names no origin', { cookie, origin: undefined }, 'foreign-origin'],
    [
      'a rebound name',
      { cookie, host: 'attacker.example:4100', origin: 'http://attacker.example:4100' },
      'foreign-host',
    ],
    ['no cookie', {}, 'no-token'],
    ['a token in the address', { target: '/engine?token=right' }, 'no-token'],
  ])('refuses %s', (_, given, reason) => {
    expect(admitSocket(gate, visit({ target: '/engine', ...given }))).toEqual({ kind: 'refused', reason });
  });
});
