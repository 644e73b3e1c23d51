import type { PreparedLink } from '../../src/core/model/prepared-record.ts';
import { identifyUrl } from '../../src/core/url/url-identity.ts';
import { createRecordPacker } from '../../src/engine/db/packed-records.ts';
import { closeProject, createProject, openProject, writerOf } from '../../src/engine/open-projects.ts';
import { BENCH_SITE } from './ahrefs-rows.ts';

const PAGES_PER_HOST = 5;
const BATCH = 2000;

/** The address of one page of a run: five on each host. */
export function benchUrl(index: number): string {
  return `http://host${Math.floor(index / PAGES_PER_HOST)}.example/post/${index}`;
}

/** The page to ask for at a place in line: one of each host after the other, so that no host keeps the others waiting. */
export function spreadOverHosts(index: number, pages: number): number {
  const hosts = Math.ceil(pages / PAGES_PER_HOST);
  return (index % hosts) * PAGES_PER_HOST + Math.floor(index / hosts);
}

/** How many of the first pages of the synthetic web link to the client: four of five. */
export function countLinkingPages(pages: number): number {
  return pages - Math.floor(pages / 5);
}

/** Makes a project with one backlink to be checked on each of so many pages. */
export async function createCheckProject(path: string, pages: number): Promise<void> {
  createProject(path, {
    name: 'Bench',
    sites: [BENCH_SITE],
    brandWords: ['acme'],
    moneyWords: [],
    languages: [],
    countries: [],
  });
  const project = await openProject(path);
  const writer = writerOf(project);
  const importId = await writer.run('startImport', {
    fileName: 'bench.csv',
    fileHash: 'bench',
    sizeBytes: 1,
    options: '{}',
    format: 'ahrefs-backlinks',
    vendor: 'ahrefs',
    confidence: 1,
    metrics: [],
    importedAt: new Date().toISOString(),
  });
  for (let first = 0; first < pages; first += BATCH) {
    const packer = createRecordPacker();
    for (let index = first; index < Math.min(first + BATCH, pages); index += 1) packer.add(preparedRow(index));
    await writer.run('mergePacked', importId, 'ahrefs', [packer.take()]);
  }
  await writer.run('refreshDomains');
  await closeProject(project);
}

function preparedRow(index: number): PreparedLink {
  const source = benchUrl(index);
  const target = `https://www.${BENCH_SITE}/`;
  const page = identifyUrl(source);
  if (page === null) throw new Error(`No web address: ${source}`);
  const unsaid = { anchor: null, rel: null, linkType: null, title: null, language: null, contextLeft: null } as const;
  const dates = { firstSeen: null, lastSeen: null, lost: null, lostReason: null, externalLinks: null } as const;
  const record = {
    kind: 'link',
    line: index + 2,
    source,
    target,
    contextRight: null,
    httpStatus: null,
    linksInGroup: 1,
    metrics: [],
    ...unsaid,
    ...dates,
  } as const;
  return { kind: 'link', record, page, target: identifyUrl(target) } as const;
}
