import type { LinkRecord } from '../../src/core/model/export-record.ts';
import type { PreparedDomain, PreparedLink } from '../../src/core/model/prepared-record.ts';
import { identifyUrl, type UrlIdentity } from '../../src/core/url/url-identity.ts';

/** A row of an export for tests: what is not given is not told by the export. */
export function linkRecord(source: string, target: string | null, facts: Partial<LinkRecord> = {}): LinkRecord {
  return {
    kind: 'link',
    line: 1,
    source,
    target,
    anchor: null,
    rel: null,
    linkType: null,
    title: null,
    language: null,
    contextLeft: null,
    contextRight: null,
    httpStatus: null,
    firstSeen: null,
    lastSeen: null,
    lost: null,
    lostReason: null,
    externalLinks: null,
    linksInGroup: 1,
    metrics: [],
    ...facts,
  };
}

/** A row as {@link linkRecord} makes it, prepared. */
export function preparedLink(source: string, target: string | null, facts: Partial<LinkRecord> = {}): PreparedLink {
  const record = linkRecord(source, target, facts);
  return { kind: 'link', record, page: identity(source), target: target === null ? null : identity(target) };
}

/** A prepared row of an export of domains. */
export function preparedDomain(domain: string, line: number): PreparedDomain {
  const record = {
    kind: 'domain',
    line,
    domain,
    links: 3,
    firstSeen: null,
    lastSeen: null,
    lost: null,
    metrics: [],
  } as const;
  return { kind: 'domain', record, domain };
}

/** The identity of an address that is known to be one. */
export function identity(url: string): UrlIdentity {
  const found = identifyUrl(url);
  if (found === null) throw new Error(`Test data is no web address: ${url}`);
  return found;
}
