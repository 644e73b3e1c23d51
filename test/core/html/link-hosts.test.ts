import { describe, expect, it } from 'vitest';
import { findLinkHosts } from '../../../src/core/html/link-hosts.ts';
import { resolveHref } from '../../../src/core/html/page-links.ts';
import { seededRandom } from '../../../src/engine/sample/seeded-random.ts';

const PIECES =
  '/|//|\\|?|#|:|@|.|-|..|a|b.test|A.test|http:|https:|HTTP:|http://|https://|mailto:|%20|%|\t|\n|\r| |xn--|xn--bcher-kva|a-.test|-a.test|a--b.co|a.b2|0x7f|127.1|1|[::1]|:80|:x|é|x_y|🙂'.split(
    '|',
  );

describe('findLinkHosts', () => {
  it('is the host of each resolved address', () => {
    const random = seededRandom('hosts');
    const hrefs = Array.from({ length: 20_000 }, () =>
      Array.from({ length: random.between(0, 5) }, () => random.pick(PIECES)).join(''),
    );
    for (const base of ['https://page.test/a/b?c#d', 'http://page.test:8080/', 'https://user@10.0.0.1/x']) {
      const { names, ofLinks } = findLinkHosts(
        hrefs.map((href) => ({ href })),
        base,
      );
      expect([...ofLinks].map((place) => names[place] ?? null)).toEqual(
        hrefs.map((href) => resolveHref(href, base)?.hostname ?? null),
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
