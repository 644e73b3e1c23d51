import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProjectFile, openForReading } from '../../../src/engine/db/open-project.ts';
import { pageOfOrder } from '../../../src/engine/db/remembered-orders.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const TOTAL = 50_000;

describe('pageOfOrder', () => {
  it('reads page by page until that has cost as much as the whole order, then the whole, until somebody writes', () => {
    const path = join(folder, 'client.anchorage');
    const writing = createProjectFile(path);
    const reading = openForReading(path);
    const asked: string[] = [];
    const read = (limit: number, offset: number) => {
      asked.push(`${limit} from ${offset}`);
      const count = limit === -1 ? TOTAL : Math.min(limit, TOTAL - offset);
      return Array.from({ length: count }, (_, index) => TOTAL - offset - index);
    };
    const page = (key: string, offset: number, total = TOTAL) =>
      pageOfOrder(reading, { key, total, visits: offset, read }, { limit: 2, offset });

    expect(page('a', 30_000)).toEqual([20_000, 19_999]);
    expect(page('a', 20_000)).toEqual([30_000, 29_999]);
    expect(asked.splice(0)).toEqual(['2 from 30000', '2 from 20000']);
    expect([page('a', 49_999), page('a', 0)]).toEqual([[1], [50_000, 49_999]]);
    expect(asked.splice(0)).toEqual(['-1 from 0']);
    page('b', 40_000);
    page('small', 10_000, 999);
    writing.exec("INSERT INTO site VALUES ('acme.example')");
    page('a', 40_000);
    expect(asked).toEqual(['2 from 40000', '2 from 10000', '2 from 40000']);
    reading.close();
    writing.close();
  });
});
