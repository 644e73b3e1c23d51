/** The rest of the first version: what checks, judgements and people add to the links, and the tables of jobs, lists and views. */
export const WORK_SCHEMA = `
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
