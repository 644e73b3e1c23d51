import { describe, expect, it } from 'vitest';
import type { PreparedRecord } from '../../../src/core/model/prepared-record.ts';
import { createRecordPacker } from '../../../src/engine/db/packed-records.ts';
import { hashKey } from '../../../src/engine/db/page-keys.ts';
import { packRecords, unpackRecords } from '../../support/merge-batch.ts';
import { preparedDomain, preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://www.acme.example/';
const TARGET = { key: 'acme.example/', url: HOME, host: 'www.acme.example', written: HOME };
const REJECTED: PreparedRecord = { kind: 'rejected', line: 4, raw: 'a,“b”\uD83D', reason: 'bad-source-url' };
const NOTHING_TOLD = {
  source: null,
  anchor: null,
  rel: null,
  followed: null,
  linkType: null,
  title: null,
  language: null,
  httpStatus: null,
  firstSeen: null,
  lastSeen: null,
  lost: null,
  externalLinks: null,
  metrics: null,
};

function pageOf(key: string, spelling: number, oddUrl: string | null) {
  return { key, mark: hashKey(key), spelling, oddUrl };
}

describe('createRecordPacker', () => {
  it('gives back what a row says, column by column', () => {
    const told = {
      line: 7,
      rel: ['nofollow', 'ugc'],
      linkType: 'image',
      language: 'de',
      title: 'Über “Rosen” 🌹',
      anchor: '',
      httpStatus: 404,
      externalLinks: 12,
      firstSeen: '2024-01-02',
      lastSeen: '2025-01-02',
      lost: '2026-01-02',
      lostReason: 'notfound',
      linksInGroup: 3,
      metrics: [1.5, null, 'blogs'],
    } as const;
    const link = preparedLink('HTTP://user@www.Blog.example:8080/é?x=1', HOME, told);
    const page = pageOf('blog.example:8080/%C3%A9?x=1', 2, 'http://user@www.blog.example:8080/%C3%A9?x=1');
    expect(unpackRecords([packRecords([link])])).toEqual([
      {
        kind: 'link',
        line: 7,
        source: 'HTTP://user@www.Blog.example:8080/é?x=1',
        page,
        domain: { name: 'blog.example', suffix: 'example' },
        target: TARGET,
        anchor: '',
        rel: 'nofollow ugc',
        followed: 0,
        linkType: 'image',
        title: 'Über “Rosen” 🌹',
        language: 'de',
        httpStatus: 404,
        firstSeen: '2024-01-02',
        lastSeen: '2025-01-02',
        lost: '2026-01-02',
        externalLinks: 12,
        said: '["","nofollow ugc","image","Über “Rosen” 🌹","de",null,null,404,"2024-01-02","2025-01-02","2026-01-02","notfound",12,3]',
        metrics: '[1.5,null,"blogs"]',
      },
    ]);
  });

  it('gives back records of all kinds in their order', () => {
    const records = [
      REJECTED,
      preparedLink('https://a.example/', null, { rel: [] }),
      preparedDomain('a.example', 6),
      REJECTED,
      preparedDomain('b.example', 9),
      preparedLink('https://b.example/', null, { line: 10, metrics: [null] }),
    ];
    const said = '[null,null,null,null,null,null,null,null,null,null,null,null,null,1]';
    const [a, b] = [
      { name: 'a.example', suffix: 'example' },
      { name: 'b.example', suffix: 'example' },
    ];
    expect(unpackRecords([packRecords(records)])).toEqual([
      REJECTED,
      {
        ...NOTHING_TOLD,
        kind: 'link',
        line: 1,
        page: pageOf('a.example/', 1, null),
        domain: a,
        target: null,
        rel: '',
        followed: 1,
        said: said.replace('null,null', 'null,""'),
      },
      { ...preparedDomain('a.example', 6), domain: a },
      REJECTED,
      { ...preparedDomain('b.example', 9), domain: b },
      {
        ...NOTHING_TOLD,
        kind: 'link',
        line: 10,
        page: pageOf('b.example/', 1, null),
        domain: b,
        target: null,
        said,
      },
    ]);
    expect(unpackRecords([packRecords([])])).toEqual([]);
  });

  it('names domains and targets once however many packs speak of them, and holds more than it was made for', () => {
    const packer = createRecordPacker();
    const take = (first: number) => {
      for (let line = first; line < first + 700; line += 1)
        packer.add(preparedLink(`https://blog${line % 300}.example/${line}`, HOME, { line, anchor: `rose ${line}` }));
      return packer.take();
    };
    const packs = [take(1), take(701)];
    const records = unpackRecords(packs);
    expect(records.map(({ domain }) => (domain as { name: string }).name)).toEqual(
      Array.from({ length: 1400 }, (_, index) => `blog${(index + 1) % 300}.example`),
    );
    expect(records.at(-1)).toMatchObject({ line: 1400, anchor: 'rose 1400', target: TARGET });
    expect(packs[1]?.length).toBeLessThan(packs[0]?.length ?? 0);
  });
});
