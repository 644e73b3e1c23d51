import { describe, expect, it } from 'vitest';
import { parseDisavowLine } from '../../../src/core/disavow/parse-disavow-line.ts';

describe('parseDisavowLine', () => {
  it.each([
    ['domain:a.example', 'a.example', [], ''],
    ['domain:A.Example', 'a.example', [], ''],
    ['domain:1.2.3.4', '1.2.3.4', [], ''],
    ['domain:bücher.example', 'xn--bcher-kva.example', [], ''],
    ['domain:نامه\u200cای.example', 'xn--mgba3gch31f060k.example', [], ''],
    ['domain:a\u200db.example', 'ab.example', ['invisible'], ''],
    ['domain:store', 'store', [], ''],
    ['domain:under_score.a.example', 'under_score.a.example', [], ''],
    ['  domain:a.example  ', 'a.example', [], ''],
    ['domain: a.example', 'a.example', ['blank-after-colon'], ''],
    ['Domain:a.example', 'a.example', ['directive'], ''],
    ['Domain : a.example', 'a.example', ['directive'], ''],
    ['domain=a.example', 'a.example', ['directive'], ''],
    ['doamin:a.example', 'a.example', ['directive'], ''],
    ['domains:a.example', 'a.example', ['directive'], ''],
    ['domain;a.example', 'a.example', ['directive'], ''],
    ['domain：a.example', 'a.example', ['directive'], ''],
    ['domain a.example', 'a.example', ['directive'], ''],
    ['disavow:a.example', 'a.example', ['directive'], ''],
    ['disavow: https://a.example/', 'a.example', ['directive', 'scheme', 'path'], ''],
    ['domain:https://a.example', 'a.example', ['scheme'], ''],
    ['domain://a.example', 'a.example', ['scheme'], ''],
    ['domain:a.example/', 'a.example', ['path'], ''],
    ['domain:a.example?x=1', 'a.example', ['query'], ''],
    ['domain:a.example:8080', 'a.example', ['port'], ''],
    ['domain:me:secret@a.example', 'a.example', ['user'], ''],
    ['domain:.a.example', 'a.example', ['leading-dot'], ''],
    ['domain:a.example.', 'a.example', ['trailing-dot'], ''],
    ['domain:a.example # spam', 'a.example', [], '# spam'],
    ['domain:a.example#spam', 'a.example', [], '#spam'],
    ['domain:a.example\tspam', 'a.example', [], 'spam'],
  ])('reads %j as the domain %s', (raw, host, faults, trailing) => {
    const line = parseDisavowLine(raw, '\n');
    if (line.kind !== 'domain') throw new Error(`read as ${line.kind}`);
    expect([line.host, line.faults.map(({ kind }) => kind), line.trailing, line.raw]).toEqual([
      host,
      faults,
      trailing,
      raw,
    ]);
    expect(raw.slice(line.start, line.start + line.written.length)).toBe(line.written);
  });

  it.each([
    ['http://a.example/x', 'http://a.example/x', ''],
    ['HTTPS://A.example/X?b=1', 'HTTPS://A.example/X?b=1', ''],
    ['http://a.example', 'http://a.example', ''],
    ['http://1.2.3.4/x', 'http://1.2.3.4/x', ''],
    ['http://a.example/two words', 'http://a.example/two words', ''],
    ['http://a.example/0,1518,12,00.html', 'http://a.example/0,1518,12,00.html', ''],
    ['http://a.example/x # spam', 'http://a.example/x', '# spam'],
    ['http://a.example/x\tspam', 'http://a.example/x', 'spam'],
    ['http://a.example spam', 'http://a.example', 'spam'],
    ['url: http://a.example/x', 'http://a.example/x', ''],
    ['disavow http://a.example/x', 'http://a.example/x', ''],
    ['disavow: http://a.example/x', 'http://a.example/x', ''],
  ])('reads %j as the page %s', (raw, written, trailing) => {
    const line = parseDisavowLine(raw, '\n');
    expect(line).toMatchObject({ kind: 'url', written, trailing, raw });
  });

  it.each([
    ['', 'blank'],
    [' \t ', 'blank'],
    ['\ufeff', 'blank'],
    ['# domain:a.example', 'comment'],
    ['#', 'comment'],
    ['  # indented', 'comment'],
  ])('reads %j as %s', (raw, kind) => {
    expect(parseDisavowLine(raw, '\n').kind).toBe(kind);
  });

  it.each([
    ['a.example', 'bare-host', 'domain:a.example'],
    ['a.example/', 'bare-host', 'domain:a.example'],
    ['a.example:8080', 'bare-host', 'domain:a.example'],
    ['a.example # spam', 'bare-host', '# spam\ndomain:a.example'],
    ['• a.example', 'bare-host', 'domain:a.example'],
    ['"a.example"', 'bare-host', 'domain:a.example'],
    ['a.example/page', 'no-scheme', 'http://a.example/page'],
    ['//a.example/page', 'no-scheme', 'http://a.example/page'],
    ['ftp://a.example/', 'other-scheme', null],
    ['mailto:me@a.example', 'other-scheme', null],
    ['http:/a.example/x', 'other-scheme', 'http://a.example/x'],
    ['hxxps://a.example/x', 'other-scheme', 'https://a.example/x'],
    ['*.a.example', 'wildcard', 'domain:a.example'],
    ['domain:*.a.example', 'wildcard', 'domain:a.example'],
    ['http://a.example/*', 'wildcard', 'domain:a.example'],
    ['http://a.example/blog/*', 'wildcard', null],
    ['http://a.example/x*#top', 'wildcard', null],
    ['http://*.a.example/', 'wildcard', 'domain:a.example'],
    ['.*casino.*', 'regular-expression', null],
    ['^https?://spam', 'regular-expression', null],
    ['10.0.0.0/8', 'ip-range', null],
    ['domain:10.0.0.*', 'ip-range', null],
    ['10.0.0.1-10.0.0.9', 'ip-range', null],
    ['a.example,12,34', 'csv-row', null],
    ['domain:a.example,b.example', 'csv-row', null],
    ['http://a.example/x,http://b.example/y,spam', 'csv-row', null],
    ['domain:', 'nothing-behind-directive', null],
    ['domain:a..example', 'empty-label', null],
    ['domain:ghost-rider', 'bare-word', null],
    ['domain:123', 'not-a-host', null],
    ['http://12/', 'not-a-url', null],
    ['http://', 'not-a-url', null],
    ['domain:999.1.1.1', 'not-a-host', null],
    ['domain:[2001:db8::1]', 'not-a-host', null],
    ['domain:a.example, spam', 'csv-row', null],
    ['hello world', 'plain-text', null],
    ['==========', 'plain-text', null],
    ['Domains to disavow:', 'plain-text', null],
    ['domain a.example was bought', 'plain-text', null],
    ['site: see below', 'plain-text', null],
    ['link: a.example', 'plain-text', null],
    ['// a remark', 'other-comment-mark', '# a remark'],
    ['"domain:a.example"', 'decorated-entry', 'domain:a.example'],
    ['- domain:a.example', 'decorated-entry', 'domain:a.example'],
    ['domain:a.example,', 'decorated-entry', 'domain:a.example'],
    ['domain:a.example; domain:b.example', 'several-entries', 'domain:a.example\ndomain:b.example'],
    ['domain:a.example domain:b.example', 'several-entries', 'domain:a.example\ndomain:b.example'],
    ['http://a.example/x http://b.example/y', 'several-entries', 'http://a.example/x\nhttp://b.example/y'],
    ['d\0o\0m\0a\0i\0n\0', 'nul-characters', null],
    [`http://a.example/${'x'.repeat(2_048)}`, 'url-too-long', null],
  ])('finds no entry in %j: %s', (raw, reason, suggestion) => {
    expect(parseDisavowLine(raw, '\n')).toMatchObject({ kind: 'invalid', reason, suggestion, raw });
  });
});
