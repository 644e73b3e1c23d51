import { describe, expect, it } from 'vitest';
import { findScriptedLink } from '../../../src/core/html/scripted-link.ts';

describe('findScriptedLink', () => {
  it.each([
    ['<script>document.write(\'<a href="https://client.test/a">x<\\/a>\')</script>', true],
    ['<script>a.setAttribute("href", "//www.client.test/a")</script>', true],
    ['<script>window.__STATE__ = {"u":"https:\\/\\/client.test\\/a"}</script>', true],
    ['<script id="__NEXT_DATA__" type="application/json">{"u":"https://client.test/a"}</script>', true],
    ['<script type="application/ld+json">{"url":"https://client.test/a"}</script>', false],
    ['<script>var note = "https://client.test/a";</script>', false],
    ['<script>document.write("client.test is a site")</script>', false],
    ['<script>document.write("https://notclient.test/")</script>', false],
    ['<p>https://client.test/<script>document.write("x")</script>', false],
  ])('%s: %s', (html, isThere) => {
    expect(findScriptedLink(html, ['www.client.test']) !== null).toBe(isThere);
  });
});
