/**
 * The names of domains are unique by an index that can be dropped, where they were by a constraint: names come in no order, so that a
 * large import would write most of that index again with every batch.
 */
export const DOMAIN_NAMES = `
CREATE TABLE named_domain (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  suffix TEXT NOT NULL,
  links INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0,
  live INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  unknown INTEGER NOT NULL DEFAULT 0,
  followed INTEGER NOT NULL DEFAULT 0,
  sources INTEGER NOT NULL DEFAULT 0,
  first_seen TEXT,
  last_seen TEXT,
  rank INTEGER,
  quality INTEGER,
  risk INTEGER,
  suggestion TEXT NOT NULL DEFAULT 'none',
  suggestion_reason TEXT NOT NULL DEFAULT '',
  verdict TEXT NOT NULL DEFAULT 'none',
  note TEXT NOT NULL DEFAULT '',
  decided_at TEXT
) STRICT;
INSERT INTO named_domain SELECT * FROM domain;
DROP TABLE domain;
ALTER TABLE named_domain RENAME TO domain;
CREATE UNIQUE INDEX domain_by_name ON domain (name);
`;
