import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { isHostOfSite } from '../../../src/core/url/host-name.ts';
import { identifyUrl, type UrlIdentity } from '../../../src/core/url/url-identity.ts';
import { readSampleWebData } from '../../../src/engine/sample/sample-data.ts';
import { sampleFile } from '../../../src/engine/sample/sample-files.ts';
import { sampleProject } from '../../../src/engine/sample/sample-project.ts';

const { facts, hosts } = readSampleWebData();
const [latestFile, sampleLinksFile, sitesFile, ahrefsFile, semrushFile] = sampleProject.exports;
const latest = column(rowsOf(latestFile), 'Linking page');
const sampled = column(rowsOf(sampleLinksFile), 'Linking page');
const sites = column(rowsOf(sitesFile), 'Site');
const ahrefs = pairs(rowsOf(ahrefsFile, '\t'), 'Referring page URL', 'Target URL');
const semrush = pairs(rowsOf(semrushFile), 'Source url', 'Target url');

describe('sampleProject', () => {
  it('names exports with the header, encoding and line ends of the vendors', () => {
    const ahrefsBytes = readFileSync(sampleFile(ahrefsFile));
    const semrushText = readFileSync(sampleFile(semrushFile), 'utf8');
    expect([...ahrefsBytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(Object.keys(rowsOf(ahrefsFile, '\t')[0] ?? {})).toHaveLength(37);
    expect(semrushText.startsWith('Page ascore,Source title,Source url,Target url,Anchor,')).toBe(true);
    expect(
      semrushText
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true);
    expect(readFileSync(sampleFile(sampleLinksFile), 'utf8').endsWith('\n')).toBe(false);
  });

  it('names exports of the sizes that the facts state', () => {
    const counts = [latest.length, sampled.length, sites.length, ahrefs.length, semrush.length];
    expect(Object.fromEntries(sampleProject.exports.map((file, index) => [file, counts[index]]))).toEqual(facts.rows);
  });

  it('merges by URL identity into the links and domains that the facts state', () => {
    const links = [...ahrefs, ...semrush].map(([source, target]) => ({
      source: identity(source),
      target: identity(target),
    }));
    const own = links.filter(({ target }) => isClient(target));
    const pages = new Set([...latest, ...sampled].map((source) => identity(source).key));
    const withTarget = new Set(own.map(({ source }) => source.key));
    const orphans = [...pages].filter((key) => !withTarget.has(key)).length;
    const known = new Set(own.map(({ source, target }) => `${source.key} ${target.key}`)).size;
    const domains = new Set([
      ...own.map(({ source }) => source.domain),
      ...[...latest, ...sampled].map((source) => identity(source).domain),
    ]);
    expect({
      backlinks: known + orphans,
      backlinksWithoutTarget: orphans,
      pages: withTarget.size + orphans,
      linkingDomains: domains.size,
      domains: new Set([...domains, ...sites]).size,
      otherSiteRows: links.length - own.length,
    }).toEqual({
      backlinks: facts.backlinks,
      backlinksWithoutTarget: facts.backlinksWithoutTarget,
      pages: facts.pages,
      linkingDomains: facts.linkingDomains,
      domains: facts.domains,
      otherSiteRows: facts.otherSiteRows,
    });
  });

  it('has about two thousand links of three hundred domains that the tools see in part', () => {
    expect(facts.backlinks).toBeGreaterThan(1_900);
    expect(facts.backlinks).toBeLessThan(2_200);
    expect(facts.domains).toBeGreaterThan(280);
    const counted = Object.values(facts.backlinksByBehaviour).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(facts.backlinks);
    const byAhrefs = new Set(ahrefs.map(([source]) => identity(source).key));
    const byBoth = new Set(semrush.map(([source]) => identity(source).key).filter((key) => byAhrefs.has(key)));
    expect(byBoth.size).toBeGreaterThan(300);
  });

  it('asks no host outside the reserved .example', () => {
    const addresses = [
      ...latest,
      ...sampled,
      ...sites,
      ...ahrefs.flat(),
      ...semrush.flat(),
      ...hosts.map(({ host }) => host),
    ];
    const foreign = addresses.filter((address) => !identity(address).host.endsWith('.example'));
    expect(foreign).toEqual([]);
    for (const file of [...sampleProject.exports, 'web.jsonl', 'prose.json']) {
      const named = textOf(file).match(/(?<=https?:\/\/)[^/\s"'?\\:,]+/g) ?? [];
      expect(named.filter((host) => !host.endsWith('.example'))).toEqual([]);
    }
  });

  it('carries hostile cells: formulas, right-to-left text, blanks and long addresses', () => {
    const anchors = column(rowsOf(ahrefsFile, '\t'), 'Anchor').concat(column(rowsOf(semrushFile), 'Anchor'));
    for (const mark of [
      /^=HYPERLINK/,
      /^[+@-]/,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Emoji_Presentation}/u,
      /^$/,
    ]) {
      expect(anchors.some((anchor) => mark.test(anchor))).toBe(true);
    }
    const sources = [...latest, ...sampled, ...ahrefs.flat(), ...semrush.flat()];
    expect(sources.some((source) => source.length > 300)).toBe(true);
    expect(latest.concat(sampled).some((source) => source.includes(' '))).toBe(true);
  });

  it('has an old disavow file with the flaws of real ones', () => {
    const lines = textOf(sampleProject.oldDisavowFile).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'domain: payday-loans-fast-cash.example',
        'domain:www.bad-credit-helpers.example',
        'domain:blogspot.com',
        'domain:mill-cottage-life.example',
        'kazino-obzor.example',
      ]),
    );
    expect(new Set(lines.filter((line) => line.startsWith('domain:'))).size).toBe(
      lines.filter((line) => line.startsWith('domain:')).length - 1,
    );
    expect(lines.at(-1)).not.toBe('');
  });
});

function textOf(file: string): string {
  const bytes = readFileSync(sampleFile(file));
  return bytes[0] === 0xff ? bytes.subarray(2).toString('utf16le') : bytes.toString('utf8');
}

function rowsOf(file: string, delimiter = ','): Record<string, string>[] {
  return parse<Record<string, string>>(textOf(file), { columns: true, delimiter });
}

function column(rows: readonly Record<string, string>[], name: string): string[] {
  return rows.map((row) => row[name] ?? '');
}

function pairs(rows: readonly Record<string, string>[], source: string, target: string): [string, string][] {
  return rows.map((row) => [row[source] ?? '', row[target] ?? '']);
}

function identity(address: string): UrlIdentity {
  const found = identifyUrl(address);
  if (found === null) throw new Error(`No web address: ${address}`);
  return found;
}

function isClient({ host }: UrlIdentity): boolean {
  return sampleProject.settings.sites.some((site) => isHostOfSite(host, site));
}
