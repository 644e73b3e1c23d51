import { describe, expect, it } from 'vitest';
import { createRecordPreparer } from '../../../src/core/formats/prepare-record.ts';
import type { DomainRecord, LinkRecord } from '../../../src/core/model/export-record.ts';
import { linkRecord } from '../../support/prepared-records.ts';

function link(source: string, target: string | null): LinkRecord {
  return linkRecord(source, target, { line: 7 });
}

function domain(name: string): DomainRecord {
  return {
    kind: 'domain',
    line: 7,
    domain: name,
    links: null,
    firstSeen: null,
    lastSeen: null,
    lost: null,
    metrics: [],
  };
}

const prepare = createRecordPreparer(['client.example', 'client-shop.example']);
const RAW = (): string => 'the row';

describe('createRecordPreparer', () => {
  it('identifies page and target', () => {
    expect(prepare(link('http://www.a.example/x/', 'https://www.client.example/y/'), RAW)).toMatchObject({
      kind: 'link',
      page: { key: 'a.example/x', domain: 'a.example' },
      target: { key: 'client.example/y' },
    });
  });

  it('leaves an unnamed target unknown', () => {
    expect(prepare(link('http://a.example', null), RAW)).toMatchObject({ kind: 'link', target: null });
  });

  it('takes every target where no site is given', () => {
    expect(createRecordPreparer([])(link('http://a.example', 'http://any.example'), RAW)).toMatchObject({
      kind: 'link',
    });
  });

  it.each([
    ['bad-source-url', link('mailto:a@b.example', null)],
    ['bad-source-url', link('just words', null)],
    ['bad-target-url', link('http://a.example', 'javascript:void(0)')],
    ['own-page', link('https://blog.client.example/', 'https://client.example/')],
    ['own-page', link('https://client-shop.example/', null)],
    ['other-site', link('http://a.example', 'http://rival.example/')],
    ['other-site', link('http://a.example', 'http://notclient.example/')],
    ['bad-domain', domain('no domain')],
    ['bad-domain', domain('localhost')],
    ['own-page', domain('www.client.example')],
  ])('rejects for %s', (reason, record) => {
    expect(prepare(record, RAW)).toEqual({ kind: 'rejected', line: 7, raw: 'the row', reason });
  });

  it.each([
    ['https://ref.example', 'ref.example'],
    ['www.news.co.uk', 'news.co.uk'],
    ['Bücher.example', 'xn--bcher-kva.example'],
  ])('finds the registrable domain of %s', (written, registrable) => {
    expect(prepare(domain(written), RAW)).toMatchObject({ kind: 'domain', domain: registrable });
  });
});
