import { describe, expect, it } from 'vitest';
import {
  isAllowed,
  isAllowedDecoded,
  NO_RULES,
  parseRobotsTxt,
  ROBOTS_TXT_MAX_BYTES,
  type RobotsTxt,
  rulesFor,
} from '../../../src/core/robots/robots-txt.ts';

function robots(...lines: string[]): RobotsTxt {
  return parseRobotsTxt(new TextEncoder().encode(lines.join('\n')));
}

describe('parseRobotsTxt', () => {
  it('reads groups with their agents and rules', () => {
    expect(
      robots('User-agent: A', 'User-agent: B/2.0', 'Disallow: /x # why', 'Sitemap: /s.xml', 'Allow: /x/y'),
    ).toEqual({
      groups: [
        {
          agents: ['a', 'b'],
          rules: [
            { allow: false, pattern: '/x' },
            { allow: true, pattern: '/x/y' },
          ],
        },
      ],
      complete: true,
    });
  });

  it('reads any line end and a byte order mark', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('user-agent: a\rdisallow: /\r\n')]);
    expect(parseRobotsTxt(bytes).groups).toEqual([{ agents: ['a'], rules: [{ allow: false, pattern: '/' }] }]);
  });

  it('percent-encodes bytes above ASCII in whatever encoding they come', () => {
    const latin1 = Uint8Array.from([...new TextEncoder().encode('user-agent: *\ndisallow: /caf'), 0xe9]);
    expect(parseRobotsTxt(latin1).groups[0]?.rules).toEqual([{ allow: false, pattern: '/caf%E9' }]);
  });

  it('reads no more than 500 KiB', () => {
    const filler = '# '.padEnd(1023, 'x');
    const lines = ['user-agent: *', ...Array.from({ length: 500 }, () => filler), 'disallow: /'];
    const file = robots(...lines);
    expect(file.complete).toBe(false);
    expect(isAllowed(file, 'bot', '/')).toBe(true);
    expect(lines.join('\n').length).toBeGreaterThan(ROBOTS_TXT_MAX_BYTES);
  });

  it('takes garbage for a file without rules', () => {
    const garbage = Uint8Array.from({ length: 4096 }, (_, index) => (index * 89) % 256);
    expect(isAllowed(parseRobotsTxt(garbage), 'bot', '/a')).toBe(true);
  });
});

describe('rulesFor', () => {
  const file = robots(
    'user-agent: *',
    'disallow: /all',
    'user-agent: a',
    'disallow: /1',
    'user-agent: c',
    'disallow: /3',
    'user-agent: a',
    'allow: /1/2',
  );

  it('joins what a file says to each agent and leaves out the rest', () => {
    expect(rulesFor(file, ['A', 'b'])).toEqual({
      groups: [
        {
          agents: ['a'],
          rules: [
            { allow: false, pattern: '/1' },
            { allow: true, pattern: '/1/2' },
          ],
        },
        { agents: ['b'], rules: [{ allow: false, pattern: '/all' }] },
      ],
      complete: true,
    });
  });

  it.each(['A', 'b', 'c'])('allows %s what the file allows', (agent) => {
    const kept = rulesFor(file, ['A', 'b', 'c']);
    for (const path of ['/all', '/1', '/1/2', '/3', '/']) {
      expect([path, isAllowed(kept, agent, path)]).toEqual([path, isAllowed(file, agent, path)]);
    }
  });

  it('takes a file that names neither an agent nor everyone for one that allows everything', () => {
    expect(isAllowed(rulesFor(robots('user-agent: c', 'disallow: /'), ['a']), 'a', '/')).toBe(true);
  });
});

describe('isAllowed', () => {
  describe('RFC 9309 section 2.2.1, the user-agent line', () => {
    const file = robots(
      'User-agent: *',
      'Disallow: /',
      '',
      'User-agent: Anchorage',
      'User-agent: Other',
      'Disallow: /private',
    );
    it.each([
      ['Anchorage', '/a', true],
      ['ANCHORAGE', '/private/a', false],
      ['Other', '/a', true],
      ['Googlebot', '/a', false],
      ['Anchorage-Extra', '/a', false],
    ])('%s at %s: %s', (agent, path, expected) => {
      expect(isAllowed(file, agent, path)).toBe(expected);
    });

    it('joins the groups of one agent', () => {
      const twice = robots(
        'user-agent: a',
        'disallow: /1',
        'user-agent: b',
        'disallow: /',
        'user-agent: a',
        'disallow: /2',
      );
      expect([isAllowed(twice, 'a', '/1'), isAllowed(twice, 'a', '/2'), isAllowed(twice, 'a', '/3')]).toEqual([
        false,
        false,
        true,
      ]);
    });

    it('lets an agent with a group of its own ignore the group for everyone', () => {
      expect(isAllowed(robots('user-agent: *', 'disallow: /', 'user-agent: a', 'disallow:'), 'a', '/x')).toBe(true);
    });
  });

  describe('RFC 9309 section 2.2.2, the allow and disallow lines', () => {
    it.each([
      [['disallow: /a', 'allow: /a/b'], '/a/b/c', true],
      [['disallow: /a', 'allow: /a'], '/a', true],
      [['allow: /a', 'disallow: /a/b'], '/a/b', false],
      [['disallow: /A'], '/a', true],
      [['disallow:'], '/a', true],
      [['disallow: /straße'], '/stra%C3%9Fe', false],
      [['disallow: /a%3cb'], '/a%3Cb', false],
      [['disallow: /~user'], '/%7Euser', true],
    ])('%j for %s: %s', (rules, path, expected) => {
      expect(isAllowed(robots('user-agent: *', ...rules), 'bot', path)).toBe(expected);
    });
  });

  describe('isAllowedDecoded, RFC 9309 section 2.2.2', () => {
    it.each([
      [['disallow: /~user'], '/%7Euser', false],
      [['disallow: /%7euser'], '/~user', false],
      [['disallow: /', 'allow: /%62%61%7A'], '/baz', true],
      [['disallow: /a%2Fb'], '/a/b', true],
      [['disallow: /a%2Ab'], '/a-b', true],
      [['disallow: /~user'], '/user', true],
    ])('%j for %s: %s', (rules, path, expected) => {
      expect(isAllowedDecoded(robots('user-agent: *', ...rules), 'bot', path)).toBe(expected);
    });
  });

  describe('RFC 9309 section 2.2.3, special characters', () => {
    it.each([
      ['/*.gif$', '/a/b.gif', false],
      ['/*.gif$', '/a/b.gif?x', true],
      ['/a*z', '/a/b/z', false],
      ['/a*b*c$', '/abcbc', false],
      ['/a*a$', '/a', true],
      ['/x$', '/x', false],
      ['/x$', '/xy', true],
      ['/x$y', '/x$y', false],
      ['*', '/anything', false],
      ['*/p', '/a/p', false],
      ['/fish*', '/fishheads/yummy', false],
      ['/a**b', '/ab', false],
    ])('disallow: %s for %s: %s', (pattern, path, expected) => {
      expect(isAllowed(robots('user-agent: *', `disallow: ${pattern}`), 'bot', path)).toBe(expected);
    });

    it('answers a pattern of thousands of asterisks', () => {
      const file = robots('user-agent: *', `disallow: /${'*a'.repeat(8000)}$`);
      expect(isAllowed(file, 'bot', `/${'a'.repeat(8000)}b`)).toBe(true);
    });
  });

  describe('the reading of Google’s parser', () => {
    it.each([
      [['user-agent *', 'disallow /'], '/a', false],
      [['user-agent: *', 'dissallow: /'], '/a', false],
      [['user-agent: * extra', 'disallow: /'], '/a', false],
      [['user-agent: *', 'sitemap: /s', 'crawl-delay: 3', 'user-agent: x', 'disallow: /'], '/a', false],
      [['disallow: /'], '/a', true],
      [['user-agent: *', 'allow: /d/index.html', 'disallow: /'], '/d/', true],
      [['user-agent: *', 'allow: /d/index.html', 'disallow: /'], '/d/other', false],
      [['user-agent: *', 'please disallow /'], '/a', true],
    ])('%j for %s: %s', (lines, path, expected) => {
      expect(isAllowed(robots(...lines), 'bot', path)).toBe(expected);
    });
  });

  it('allows everything where there are no rules', () => {
    expect(isAllowed(NO_RULES, 'bot', '/')).toBe(true);
  });
});
