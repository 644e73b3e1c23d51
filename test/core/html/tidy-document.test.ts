import { describe, expect, it } from 'vitest';
import type { HtmlNode, HtmlParent } from '../../../src/core/html/html-tree.ts';
import type { PageWalk } from '../../../src/core/html/page-walk.ts';
import { repairDocument } from '../../../src/core/html/repair-document.ts';
import { parseTidyDocument, walkTidyPage } from '../../../src/core/html/tidy-document.ts';
import { walkPage } from '../../../src/core/html/walk-page.ts';
import { type SeededRandom, seededRandom } from '../../../src/engine/sample/seeded-random.ts';

/** Everything a tree says, one line for each node. */
function outline(node: HtmlNode | HtmlParent, depth = 0): string {
  const pad = ' '.repeat(depth);
  if ('value' in node) return `${pad}${JSON.stringify(node.value)}\n`;
  if ('data' in node) return `${pad}<!-- ${JSON.stringify(node.data)}\n`;
  if ('systemId' in node) return `${pad}${node.name} ${node.publicId} ${node.systemId}\n`;
  const mode = 'mode' in node ? node.mode : '';
  const said = 'tagName' in node ? `${node.namespaceURI} ${JSON.stringify(node.attrs)}` : mode;
  const inside = node.childNodes.map((child) => {
    const isOwn = child.parentNode === node;
    return isOwn ? outline(child, depth + 1) : `${child.nodeName} has another parent\n`;
  });
  return `${pad}${node.nodeName} ${said}\n${inside.join('')}`;
}

function page(body: string, head = '<title>A</title>'): string {
  return `<!DOCTYPE html>\n<html lang="en">\n<head>${head}</head>\n<body class=a>${body}</body>\n</html>\n`;
}

const TIDY: readonly (readonly [string, string])[] = [
  ['blocks and formatting', page('<main><p>One <b>bold <i>both</i></b> end.</p><h2 id=x>Two</h2></main>')],
  ['end tags that may be left out', page('<ul><li>a<li><p>b<p>c</ul><dl><dt>d<dd>e<dt>f</dl><p>g<div>h</div>')],
  ['lists in lists', page('<ul><li>a<ol><li>b</li><li>c</ol></li><li><span>d</span></ul>')],
  [
    'tables with every part',
    page('<table><caption>c</caption><col><thead><tr><th>h</thead><tr><td>1<td>2<tr><td>3</table>'),
  ],
  ['formatting that ends with its cell', page('<table><tr><td><font color=red>a<td>b</td></tr></table>c')],
  ['a table in a cell', page('<table><tr><td><table><tr><td>a</table><tr><td>b</table>')],
  [
    'drawings',
    page('<svg viewBox="0 0 1 1" xlink:href="#a"><title>t</title><linearGradient/><path d="M0 0"></path></svg><p>a'),
  ],
  [
    'raw text',
    page('<script>if (a < b) "</p>"</script><style>p > a {}</style><noscript><a href=x></noscript><iframe></iframe>'),
  ],
  [
    'text with references only',
    page('<textarea>\n\n<b>&amp;</textarea>', '<title>a &lt; b</title><meta name=a content=b>'),
  ],
  ['references in text', page('&amp; &copy &notit; &#8211; &#x80; &#0; &#99999999; &nosuch; &nbsp;')],
  ['references in attributes', page('<a href="?a=1&copy=2&amp;b&lt=&lt;&#38;&notit;">x</a>')],
  ['attributes in every form', page('<a HREF=x/ TITLE=\'"\' hidden data-a = b class="c" class="d"/>x</a>')],
  [
    'form, button and select',
    page('<form><p><button>a</button><select><optgroup><option>b<option>c<optgroup><option>d</select></form>'),
  ],
  [
    'comments in every place',
    `<!doctype html><!--b--><html><!--c--><head><!--d--></head><!--e--><body><!--f--></body><!--g--></html><!--h-->`,
  ],
  ['text behind the end', page('a</body>\n<!--b--></html> \n<!--c-->d<p>e')],
  ['a line break behind pre', page('<pre>\na</pre><pre><b>\n</b></pre><textarea>\n</textarea>')],
  ['line ends of other systems', page('<p>a\r\nb\rc').replaceAll('\n', '\r\n')],
  ['a page without doctype', '<html><head></head><body><p>a<table><tr><td>b</table></body></html>'],
  ['a page that ends in the middle', '<!doctype html><html><head></head><body><div><p>a<em>b'],
];

const UNTIDY: readonly (readonly [string, string])[] = [
  ['formatting closed in the wrong order', page('<b><i>a</b></i>')],
  ['formatting that outlives its paragraph', page('<p><b>a</p><p>b</p>')],
  ['a link in a link', page('<a href=x>a<a href=y>b</a>')],
  ['text in a table', page('<table>a<tr><td>b</table>')],
  ['a form in a form', page('<form><form></form></form>')],
  ['a template', page('<template><a href=x></a></template>')],
  ['a script that is commented out', page('<script><!-- <script> </script> --></script>')],
  ['a comment that ends early', page('<!--> a --><!-- b --!> c -->')],
  ['an attribute that never ends', page('<a href="x>a</a>')],
  ['a tag of thousands of attributes', page(`<p ${Array.from({ length: 500 }, (_, index) => `a${index}`).join(' ')}>`)],
  ['nesting without end', page('<div>'.repeat(2_000))],
  ['HTML in a drawing', page('<svg><foreignObject><p>a</p></foreignObject></svg><svg><p>b</svg>')],
  ['an element outside its place', '<!doctype html><html><head><div>a</div></head><body></body></html>'],
  ['a character that is none', page('a\0b')],
  ['a comment before the doctype', '<!--a--><!doctype html><html><head></head><body>'],
  ['no elements at all', 'text'],
];

describe('parseTidyDocument', () => {
  it.each(TIDY)('builds the tree of parse5: %s', (_, text) => {
    const tree = parseTidyDocument(text);
    expect(tree === null ? null : outline(tree)).toBe(outline(repairDocument(text).document));
  });

  it.each(UNTIDY)('leaves to parse5: %s', (_, text) => {
    expect(parseTidyDocument(text)).toBeNull();
  });

  it('agrees with parse5 wherever it answers, whatever stands beside what', () => {
    const random = seededRandom('tidy pieces');
    const counts = compareAll(6_000, () =>
      page(Array.from({ length: random.between(1, 7) }, () => random.pick(PIECES)).join('')),
    );
    expect(counts.read).toBeGreaterThan(600);
    expect(counts.different).toEqual([]);
  });

  it('agrees with parse5 wherever it answers, wherever a page is damaged', () => {
    const random = seededRandom('tidy damage');
    const whole = TIDY.map(([, text]) => text);
    const counts = compareAll(6_000, () => damage(random, random.pick(whole)));
    expect(counts.read).toBeGreaterThan(600);
    expect(counts.different).toEqual([]);
  });
});

/** Everything a walk collected; elements by their names and attributes. */
function collected({ links, blocks, markup, ...rest }: PageWalk): unknown {
  return {
    ...rest,
    links: links.map(({ element, ...link }) => ({ ...link, element: [element.tagName, element.attrs] })),
    blocks: blocks.map(({ tagName, attrs, block }) => [tagName, attrs, block]),
    markup: { ...markup, templates: markup.templates.length },
  };
}

describe('walkTidyPage', () => {
  const mounts = [
    '<div id=App>',
    '<select id=app>',
    '<textarea id=root>Loading…</textarea>',
    '<p id=root> </p>',
    '<main-app>',
  ];
  const extras = [
    ...mounts,
    '<img alt=" a  b ">',
    '<area href=2 alt=c>',
    '<h1>',
    '</h1>',
    ' a  b\u00a0',
    '<link rel=canonical href=x>',
  ];
  const random = seededRandom('walk pieces');
  const pieces = Array.from({ length: 3_000 }, () =>
    page(Array.from({ length: random.between(1, 7) }, () => random.pick([...PIECES, ...extras])).join('')),
  );
  const pages = [...TIDY.map(([, text]) => text), ...pieces];

  it('collects in one pass what the tree of parse5 says', () => {
    const read = pages.flatMap((text) => {
      const walk = walkTidyPage(text, true);
      return walk === null ? [] : [{ text, walk }];
    });
    const different = read.filter(
      ({ text, walk }) =>
        JSON.stringify(collected(walk)) !== JSON.stringify(collected(walkPage(repairDocument(text).document))),
    );
    expect(read.length).toBeGreaterThan(300);
    expect(different.map(({ text }) => text)).toEqual([]);
  });

  it('collects all but the blocks without a tree', () => {
    const different = pages.filter((text) => {
      const [placed, flat] = [walkTidyPage(text, true), walkTidyPage(text, false)].map((walk) =>
        walk === null ? null : JSON.stringify(collected({ ...walk, blocks: [] })),
      );
      return placed !== flat;
    });
    expect(different).toEqual([]);
  });
});

function compareAll(rounds: number, next: () => string): { read: number; different: string[] } {
  const different: string[] = [];
  let read = 0;
  for (let round = 0; round < rounds; round++) {
    const text = next();
    const tree = parseTidyDocument(text);
    if (tree === null) continue;
    read++;
    if (outline(tree) !== outline(repairDocument(text).document)) different.push(text);
  }
  return { read, different };
}

const PIECES =
  `<p>|</p>|<div>|</div>|<ul>|<ol>|<li>|</li>|</ul>|<b>|</b>|<a href=1>|</a>|text|\n| |<table>|<tr>|<td>|</td>|</tr>|</table>|<tbody>|</tbody>|
<thead>|</thead>|<th>|</th>|<caption>|</caption>|<colgroup>|<col>|</colgroup>|<svg>|</svg>|<g>|</g>|<path/>|<title>t</title>|<desc>|</desc>|<select>|
<option>|</option>|<optgroup>|</optgroup>|</select>|<form>|</form>|<button>|</button>|<h1>|</h1>|<h2>|</h2>|<dl>|<dt>|<dd>|</dd>|</dl>|<pre>\n|</pre>|
<span>|</span>|<hr>|<br>|<br/>|</br>|<input>|<input type=hidden>|<script>x</script>|<style>y</style>|<textarea>\n\nz</textarea>|<!--c-->|&amp;|&nbsp;|
</body>|</html>|<label>|</label>|<address>|</address>|<datalist>|</datalist>|<noscript><a></noscript>|<iframe>q</iframe>|<image>|<nobr>|
<font color=1>|</font>|<center>|</center>|<x-y>|</x-y>|<ruby>|<rt>|<meta>|<main>|</main>|<em>|</em>|<math>|<template>|<html class=b>|<body id=c>|</p >|</img>`
    .replaceAll('|\n<', '|<')
    .split('|');

function damage(random: SeededRandom, text: string): string {
  const at = random.between(0, text.length);
  const to = Math.min(text.length, at + random.between(1, 20));
  const from = random.between(0, text.length);
  switch (random.between(0, 4)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, from) + text.slice(at, to) + text.slice(from);
    case 2:
      return (
        text.slice(0, at) +
        random.pick(['<', '>', '&', '"', "'", '/', '=', '<!--', '-->', '\r', '\0', ' ', 'A']) +
        text.slice(at)
      );
    case 3:
      return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
    default:
      return text.slice(0, at);
  }
}
