import { describe, expect, it } from 'vitest';
import { createListRowReader } from '../../../src/core/formats/read-list-row.ts';

function readAll(text: string): string[] {
  const read = createListRowReader();
  return text.split('\n').map((line) => {
    const row = read(line.split(',').map((cell) => cell.replaceAll('"', '')));
    return row.kind === 'entry' ? `${row.domain}${row.rank === null ? '' : ` ${row.rank}`}` : row.kind;
  });
}

describe('createListRowReader', () => {
  it.each([
    ['a plain list', 'a.example\nwww.b.example\nnews.bbc.co.uk', ['a.example', 'b.example', 'bbc.co.uk']],
    ['ranks without header (Tranco, Alexa)', '1,google.com\n2,www.b.example', ['google.com 1', 'b.example 2']],
    [
      'Majestic Million',
      'GlobalRank,TldRank,Domain,TLD,RefSubNets\n1,1,google.com,com,500\n2,1,b.example,example,400',
      ['remark', 'google.com 1', 'b.example 2'],
    ],
    ['DomCop', '"Rank","Domain","Open Page Rank"\n"1","fonts.example.com","10.00"', ['remark', 'example.com 1']],
    [
      'Common Crawl, names reversed',
      '#harmonicc_pos,#harmonicc_val,#pr_pos,#pr_val,#host_rev,#n_hosts\n1,2.9E7,1,0.01,com.example,9\n2,1.5E7,3,0.1,uk.co.bbc.news,4',
      ['remark', 'example.com 1', 'bbc.co.uk 2'],
    ],
    ['domains with further columns', 'a.example,spam,2024\nb.example,,', ['a.example', 'b.example']],
    ['a disavow file', '# bad\ndomain:a.example\ndomain: sub.b.example # old', ['remark', 'a.example', 'b.example']],
    [
      'a hosts file',
      '127.0.0.1 localhost\n0.0.0.0 0.0.0.0\n0.0.0.0 ads.a.example # tracker\n0.0.0.0\tb.example\n::1 ip6-localhost',
      ['skipped', 'skipped', 'a.example', 'b.example', 'skipped'],
    ],
    ['origins, but no pages', 'https://www.a.example/\nhttps://b.example/page', ['a.example', 'skipped']],
    ['wildcards', '*.a.example\n.b.example', ['a.example', 'b.example']],
    [
      'hosts that are not ASCII',
      'bücher.example\nXN--BCHER-KVA.example',
      ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ],
    ['members of a blog host, each a domain of its own', 'me.blogspot.com', ['me.blogspot.com']],
    ['comments of many kinds', '# a\n// b\n! c\n; d', ['remark', 'remark', 'remark', 'remark']],
    ['what names no domain', 'word\ntwo words\n1,\n,a.example', ['skipped', 'skipped', 'skipped', 'skipped']],
  ])('reads %s', (_, text, expected) => {
    expect(readAll(text)).toEqual(expected);
  });

  it('takes a long line without trouble', () => {
    expect(readAll('a'.repeat(1_000_000))).toEqual(['skipped']);
  });
});
