import { describe, expect, it } from 'vitest';
import type { PreparedRecord } from '../../../src/core/model/prepared-record.ts';
import { packRecords, toMergeRecord, unpackRecords } from '../../../src/engine/db/packed-records.ts';
import { preparedDomain, preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://acme.example/';
const REJECTED: PreparedRecord = { kind: 'rejected', line: 4, raw: 'a,“b”\uD83D', reason: 'bad-source-url' };

describe('packRecords', () => {
  it.each<{ name: string; records: PreparedRecord[] }>([
    { name: 'nothing', records: [] },
    {
      name: 'links only',
      records: [preparedLink('https://a.example/', HOME), preparedLink('https://b.example/', null)],
    },
    { name: 'no links', records: [REJECTED, preparedDomain('a.example', 5)] },
    {
      name: 'links between others',
      records: [
        REJECTED,
        preparedLink('https://a.example/é', HOME, {
          line: 5,
          rel: ['nofollow'],
          metrics: [1.5, null, 'blogs'],
        }),
        preparedDomain('a.example', 6),
        REJECTED,
        preparedLink('https://b.example/', HOME, { line: 8, anchor: '', linksInGroup: 3, httpStatus: 404 }),
        preparedDomain('b.example', 9),
      ],
    },
  ])('gives back $name in order', ({ records }) => {
    expect(unpackRecords(packRecords(records))).toEqual(records.map(toMergeRecord));
  });
});
