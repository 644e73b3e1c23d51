import { WORK_SCHEMA } from './0001-work.ts';

/**
 * The project file, first version. docs/project-file.md documents every table and column for people who open the file with
 * another SQLite tool.
 *
 * `backlink` carries the columns a table shows and a filter asks for, although they follow from sightings, checks, signals
 * and verdicts: a view of a million links cannot afford to derive them. Only merge, check, score and verdict code writes
 * them.
 */
export const PROJECT_SCHEMA = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE site (
  host TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE project_word (
  kind TEXT NOT NULL CHECK (kind IN ('brand', 'money', 'language', 'country')),
  word TEXT NOT NULL,
  PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  options TEXT NOT NULL,
  format TEXT NOT NULL,
  vendor TEXT NOT NULL,
  confidence REAL NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
  imported_at TEXT NOT NULL,
  rows INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX import_by_hash ON import (file_hash);

CREATE TABLE rejected_row (
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE domain (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
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

CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  url TEXT NOT NULL,
  host TEXT NOT NULL,
  domain_id INTEGER NOT NULL REFERENCES domain (id),
  title TEXT,
  language TEXT,
  external_links INTEGER,
  internal_links INTEGER,
  text_length INTEGER,
  indexable INTEGER,
  canonical TEXT
) STRICT;

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  host TEXT NOT NULL
) STRICT;
INSERT INTO target (id, key, url, host) VALUES (0, '', '', '');

CREATE TABLE backlink (
  id INTEGER PRIMARY KEY,
  page_id INTEGER NOT NULL REFERENCES page (id),
  target_id INTEGER NOT NULL REFERENCES target (id),
  domain_id INTEGER NOT NULL REFERENCES domain (id),
  anchor TEXT,
  anchor_class TEXT NOT NULL DEFAULT 'unknown',
  rel TEXT,
  followed INTEGER,
  link_type TEXT,
  placement TEXT NOT NULL DEFAULT 'unknown',
  state TEXT NOT NULL DEFAULT 'unchecked',
  reason TEXT,
  http_status INTEGER,
  checked_at TEXT,
  certain_state TEXT,
  certain_at TEXT,
  first_seen TEXT,
  last_seen TEXT,
  lost_at TEXT,
  sources INTEGER NOT NULL DEFAULT 0,
  source_count INTEGER NOT NULL DEFAULT 0,
  quality INTEGER,
  risk INTEGER,
  risk_signals INTEGER NOT NULL DEFAULT 0,
  link_verdict TEXT NOT NULL DEFAULT 'none',
  verdict TEXT NOT NULL DEFAULT 'none',
  note TEXT NOT NULL DEFAULT '',
  decided_at TEXT
) STRICT;
CREATE UNIQUE INDEX backlink_by_page ON backlink (page_id, target_id);

CREATE TABLE sighting (
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  backlink_id INTEGER NOT NULL REFERENCES backlink (id),
  source_url TEXT,
  target_url TEXT,
  anchor TEXT,
  rel TEXT,
  link_type TEXT,
  title TEXT,
  language TEXT,
  context_left TEXT,
  context_right TEXT,
  http_status INTEGER,
  first_seen TEXT,
  last_seen TEXT,
  lost_at TEXT,
  lost_reason TEXT,
  external_links INTEGER,
  links_in_group INTEGER NOT NULL DEFAULT 1,
  metrics TEXT,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_by_backlink ON sighting (backlink_id);

CREATE UNIQUE INDEX page_by_key ON page (key);
CREATE INDEX page_by_domain ON page (domain_id);
CREATE INDEX backlink_by_domain ON backlink (domain_id, risk);
CREATE INDEX backlink_by_target ON backlink (target_id);
CREATE INDEX backlink_by_risk ON backlink (risk);
CREATE INDEX backlink_by_quality ON backlink (quality);
CREATE INDEX backlink_by_state ON backlink (state, reason);
CREATE INDEX backlink_by_verdict ON backlink (verdict);
CREATE INDEX backlink_by_first_seen ON backlink (first_seen);
CREATE INDEX backlink_by_last_seen ON backlink (last_seen);
CREATE INDEX backlink_by_anchor ON backlink (anchor);

CREATE TABLE domain_sighting (
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  domain_id INTEGER NOT NULL REFERENCES domain (id),
  links INTEGER,
  first_seen TEXT,
  last_seen TEXT,
  lost_at TEXT,
  metrics TEXT,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX domain_sighting_by_domain ON domain_sighting (domain_id);

${WORK_SCHEMA}`;
