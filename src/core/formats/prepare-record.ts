import { assertNever } from '../assert-never.ts';
import type { DomainRecord, ExportRecord, LinkRecord, RejectedRecord } from '../model/export-record.ts';
import type { PreparedDomain, PreparedLink, PreparedRecord } from '../model/prepared-record.ts';
import { isHostName, isHostOfSite, parseHost, registrableDomain } from '../url/host-name.ts';
import { identifyUrl, type UrlIdentity } from '../url/url-identity.ts';
import { reject } from './map-row.ts';

/** Prepares one record; `raw` gives the row as it stands in the file. */
export type RecordPreparer = (record: ExportRecord, raw: () => string) => PreparedRecord;

/** A client's pages and the hosts of those who link to them come up again and again; so many are remembered. */
const REMEMBERED_ADDRESSES = 20_000;
const REMEMBERED_HOSTS = 100_000;

/**
 * The preparer for one project. Pages of the client's own sites and links to other sites are rejected with that reason, so
 * that they stay countable and visible.
 *
 * @param siteHosts the client's hosts; empty to take every link.
 */
export function createRecordPreparer(siteHosts: readonly string[]): RecordPreparer {
  const domainOf = remember(registrableDomain, REMEMBERED_HOSTS);
  const sites: ClientSites = {
    isKnown: siteHosts.length > 0,
    isOwn: (host) => siteHosts.some((site) => isHostOfSite(host, site)),
    identifyPage: (text) => identifyUrl(text, domainOf),
    identifyTarget: remember(identifyUrl, REMEMBERED_ADDRESSES),
  };
  return (record, raw) => {
    switch (record.kind) {
      case 'rejected':
        return record;
      case 'domain':
        return prepareDomain(record, raw, sites);
      case 'link':
        return prepareLink(record, raw, sites);
      default:
        return assertNever(record);
    }
  };
}

interface ClientSites {
  readonly isKnown: boolean;
  readonly isOwn: (host: string) => boolean;
  readonly identifyPage: (text: string) => UrlIdentity | null;
  readonly identifyTarget: (text: string) => UrlIdentity | null;
}

function prepareLink(record: LinkRecord, raw: () => string, sites: ClientSites): PreparedLink | RejectedRecord {
  const page = sites.identifyPage(record.source);
  if (page === null) return reject(record.line, raw, 'bad-source-url');
  if (sites.isOwn(page.host)) return reject(record.line, raw, 'own-page');
  if (record.target === null) return { kind: 'link', record, page, target: null };
  const target = sites.identifyTarget(record.target);
  if (target === null) return reject(record.line, raw, 'bad-target-url');
  if (sites.isKnown && !sites.isOwn(target.host)) return reject(record.line, raw, 'other-site');
  return { kind: 'link', record, page, target };
}

function prepareDomain(record: DomainRecord, raw: () => string, sites: ClientSites): PreparedDomain | RejectedRecord {
  const host = parseHost(record.domain);
  if (host === null || !isHostName(host) || !host.includes('.')) return reject(record.line, raw, 'bad-domain');
  if (sites.isOwn(host)) return reject(record.line, raw, 'own-page');
  return { kind: 'domain', record, domain: registrableDomain(host) };
}

/** The same text in memory of its own: a part of a text keeps all of it alive, here the piece of the file that it was cut from. */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}

/** Remembers the answers of a pure function for its latest distinct inputs, a generation at a time. */
function remember<Value>(compute: (text: string) => Value, limit: number): (text: string) => Value {
  let answers = new Map<string, Value>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= limit) answers = new Map();
    const own = detach(text);
    const value = compute(own);
    answers.set(own, value);
    return value;
  };
}
