/**
 * The indexes of the large tables that an import of a large file drops: kept up to date row by row they would take most of its time,
 * because their rows arrive in no order. What identifies a domain, page or backlink within the import is remembered meanwhile by
 * `packed-places.ts` and `page-keys.ts`. See `link-index-queries.ts`.
 */

/** By which other code finds rows; built again, sorted, at the import's end. */
export const LINK_INDEXES = {
  domain_by_name: 'CREATE UNIQUE INDEX domain_by_name ON domain (name)',
  page_by_key: 'CREATE UNIQUE INDEX page_by_key ON page (key)',
  page_by_domain: 'CREATE INDEX page_by_domain ON page (domain_id)',
  backlink_by_domain: 'CREATE INDEX backlink_by_domain ON backlink (domain_id, risk)',
  backlink_by_target: 'CREATE INDEX backlink_by_target ON backlink (target_id)',
  sighting_by_backlink: 'CREATE INDEX sighting_by_backlink ON sighting_row (backlink_id)',
} as const satisfies Record<string, string>;

/**
 * By which tables walk and count what they would otherwise sort and scan. An import leaves them to the scoring that follows it, which
 * fills most of their columns.
 */
export const ORDER_INDEXES = {
  backlink_by_risk: 'CREATE INDEX backlink_by_risk ON backlink (risk)',
  backlink_by_quality: 'CREATE INDEX backlink_by_quality ON backlink (quality)',
  backlink_by_state: 'CREATE INDEX backlink_by_state ON backlink (state, reason)',
  backlink_by_verdict: 'CREATE INDEX backlink_by_verdict ON backlink (verdict)',
  backlink_by_first_seen: 'CREATE INDEX backlink_by_first_seen ON backlink (first_seen)',
  backlink_by_last_seen: 'CREATE INDEX backlink_by_last_seen ON backlink (last_seen)',
  backlink_by_anchor: 'CREATE INDEX backlink_by_anchor ON backlink (anchor)',
} as const satisfies Record<string, string>;

export type LinkIndexName = keyof typeof LINK_INDEXES | keyof typeof ORDER_INDEXES;
