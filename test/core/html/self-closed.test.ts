import { describe, expect, it } from 'vitest';
import { spellOutEndTags } from '../../../src/core/html/self-closed.ts';

describe('spellOutEndTags', () => {
  it.each([
    ['<script src="a.js"/>', '<script src="a.js"></script>'],
    ['<a id="x" />text', '<a id="x"></a>text'],
    ['<br/><img src="a"/>', '<br/><img src="a"/>'],
    ['<a href="/a/">x</a>', '<a href="/a/">x</a>'],
    ['<p title="1 > 0" />', '<p title="1 > 0"></p>'],
    ['<title/><DIV/>', '<title></title><DIV></DIV>'],
  ])('%s', (xhtml, html) => {
    expect(spellOutEndTags(xhtml)).toBe(html);
  });
});
