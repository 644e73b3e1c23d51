import type { UrlIdentity } from '../url/url-identity.ts';
import type { DomainRecord, LinkRecord, RejectedRecord } from './export-record.ts';

/**
 * A row of an export with its identities worked out, ready to be merged: the reading thread does this, so that the writing
 * thread only writes. Rows that cannot be merged (no valid address, another site's link) arrive as rejected rows.
 */
export type PreparedRecord = PreparedLink | PreparedDomain | RejectedRecord;

export interface PreparedLink {
  readonly kind: 'link';
  readonly record: LinkRecord;
  readonly page: UrlIdentity;
  /** Null where the export names no target. */
  readonly target: UrlIdentity | null;
}

export interface PreparedDomain {
  readonly kind: 'domain';
  readonly record: DomainRecord;
  /** Registrable domain. */
  readonly domain: string;
}
