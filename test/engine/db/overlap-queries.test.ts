import { describe, expect, it } from 'vitest';
import { refreshDomains } from '../../../src/engine/db/domain-queries.ts';
import { readSourceOverlap } from '../../../src/engine/db/overlap-queries.ts';
import { memoryProject, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedDomain, preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://acme.example/';

describe('readSourceOverlap', () => {
  it('counts what each source, each two and every combination know', () => {
    const db = memoryProject();
    const link = (page: string) => preparedLink(`https://${page}`, HOME, { line: 1 });
    mergeBatch(db, startTestImport(db, 'gsc'), 'gsc', [preparedLink('https://a.example/1', null, { line: 1 })]);
    mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [link('a.example/1')]);
    mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [link('b.example/1')]);
    mergeBatch(db, startTestImport(db, 'semrush'), 'semrush', [link('b.example/2')]);
    mergeBatch(db, startTestImport(db, 'gsc'), 'gsc', [preparedDomain('c.example', 1)]);
    refreshDomains(db);
    expect(readSourceOverlap(db)).toEqual({
      sources: [
        { source: 'gsc', links: 1, linksOnlyHere: 0, domains: 2, domainsOnlyHere: 1 },
        { source: 'ahrefs', links: 2, linksOnlyHere: 1, domains: 2, domainsOnlyHere: 0 },
        { source: 'semrush', links: 1, linksOnlyHere: 1, domains: 1, domainsOnlyHere: 0 },
      ],
      pairs: [
        { sources: ['gsc', 'ahrefs'], links: 1, linksOnlyHere: 1, domains: 1, domainsOnlyHere: 1 },
        { sources: ['gsc', 'semrush'], links: 0, linksOnlyHere: 0, domains: 0, domainsOnlyHere: 0 },
        { sources: ['ahrefs', 'semrush'], links: 0, linksOnlyHere: 0, domains: 1, domainsOnlyHere: 1 },
      ],
      combinations: [
        { sources: ['gsc'], links: 0, domains: 1 },
        { sources: ['ahrefs'], links: 1, domains: 0 },
        { sources: ['gsc', 'ahrefs'], links: 1, domains: 1 },
        { sources: ['semrush'], links: 1, domains: 0 },
        { sources: ['ahrefs', 'semrush'], links: 0, domains: 1 },
      ],
    });
  });

  it('is empty for an empty project', () => {
    expect(readSourceOverlap(memoryProject())).toEqual({ sources: [], pairs: [], combinations: [] });
  });
});
