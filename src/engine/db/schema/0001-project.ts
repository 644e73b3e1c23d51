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

CREATE TABLE page_check (
  id INTEGER PRIMARY KEY,
  page_id INTEGER NOT NULL REFERENCES page (id),
  job_id INTEGER,
  checked_at TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  final_url TEXT,
  http_status INTEGER,
  redirects TEXT,
  robots TEXT,
  robots_googlebot TEXT,
  content_type TEXT,
  size_bytes INTEGER,
  body_hash TEXT,
  title TEXT,
  language TEXT,
  meta_robots TEXT,
  indexable INTEGER,
  canonical TEXT,
  text_length INTEGER,
  internal_links INTEGER,
  external_links INTEGER
) STRICT;
CREATE INDEX page_check_by_page ON page_check (page_id, checked_at);

CREATE TABLE link_check (
  id INTEGER PRIMARY KEY,
  page_check_id INTEGER NOT NULL REFERENCES page_check (id),
  backlink_id INTEGER NOT NULL REFERENCES backlink (id),
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  changes TEXT
) STRICT;
CREATE INDEX link_check_by_backlink ON link_check (backlink_id, id);
CREATE INDEX link_check_by_page_check ON link_check (page_check_id);

CREATE TABLE occurrence (
  link_check_id INTEGER NOT NULL REFERENCES link_check (id),
  position INTEGER NOT NULL,
  href TEXT NOT NULL,
  anchor TEXT NOT NULL,
  rel TEXT NOT NULL,
  link_type TEXT,
  placement TEXT NOT NULL,
  placement_evidence TEXT NOT NULL,
  context_left TEXT NOT NULL,
  context_right TEXT NOT NULL,
  PRIMARY KEY (link_check_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE signal (
  backlink_id INTEGER NOT NULL REFERENCES backlink (id),
  signal_id TEXT NOT NULL,
  scale TEXT NOT NULL CHECK (scale IN ('quality', 'risk')),
  weight REAL NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (backlink_id, signal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX signal_by_id ON signal (signal_id, backlink_id);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  decided_at TEXT NOT NULL,
  description TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE decision_change (
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  subject TEXT NOT NULL CHECK (subject IN ('link', 'domain')),
  subject_id INTEGER NOT NULL,
  verdict_before TEXT NOT NULL,
  note_before TEXT NOT NULL,
  decided_at_before TEXT,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (decision_id, subject, subject_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE disavow_version (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('built', 'imported', 'edited')),
  file_name TEXT NOT NULL,
  body BLOB NOT NULL,
  entries INTEGER NOT NULL,
  property TEXT,
  uploaded_at TEXT
) STRICT;

CREATE TABLE list (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('spam', 'good', 'rank')),
  file_name TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  entries INTEGER NOT NULL
) STRICT;

CREATE TABLE list_entry (
  domain TEXT NOT NULL,
  list_id INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
  rank INTEGER,
  PRIMARY KEY (domain, list_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
  created_at TEXT NOT NULL,
  finished_at TEXT,
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  params TEXT NOT NULL,
  result TEXT,
  message TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE frontier (
  job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
  page_id INTEGER NOT NULL REFERENCES page (id),
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done')),
  PRIMARY KEY (job_id, page_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX frontier_by_page ON frontier (page_id);
CREATE INDEX frontier_waiting ON frontier (job_id, page_id) WHERE state = 'waiting';

CREATE TABLE robots_cache (
  origin TEXT PRIMARY KEY,
  fetched_at TEXT NOT NULL,
  http_status INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;

CREATE TABLE mapping_preset (
  name TEXT PRIMARY KEY,
  header TEXT NOT NULL,
  mapping TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  table_name TEXT NOT NULL,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  sort TEXT NOT NULL,
  columns TEXT NOT NULL,
  PRIMARY KEY (table_name, name)
) STRICT, WITHOUT ROWID;
`;
