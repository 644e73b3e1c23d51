/**
 * Sightings are half of a project file and half of the work of an import. What a row said that only evidence and a later removal ask
 * for stands in one JSON list instead of fourteen columns; the view `sighting` gives every word its column.
 */
export const COMPACT_SIGHTINGS = `
CREATE TABLE sighting_row (
  import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  backlink_id INTEGER NOT NULL REFERENCES backlink (id),
  source_url TEXT,
  target_url TEXT,
  said TEXT NOT NULL DEFAULT '[]',
  metrics TEXT,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

INSERT INTO sighting_row
  SELECT import_id, line, backlink_id, source_url, target_url,
    json_array(anchor, rel, link_type, title, language, context_left, context_right, http_status, first_seen, last_seen, lost_at,
      lost_reason, external_links, links_in_group),
    metrics
  FROM sighting;

DROP TABLE sighting;
CREATE INDEX sighting_by_backlink ON sighting_row (backlink_id);

CREATE VIEW sighting AS
  SELECT import_id, line, backlink_id, source_url, target_url, said ->> 0 AS anchor, said ->> 1 AS rel, said ->> 2 AS link_type,
    said ->> 3 AS title, said ->> 4 AS language, said ->> 5 AS context_left, said ->> 6 AS context_right,
    said ->> 7 AS http_status, said ->> 8 AS first_seen, said ->> 9 AS last_seen, said ->> 10 AS lost_at,
    said ->> 11 AS lost_reason, said ->> 12 AS external_links, said ->> 13 AS links_in_group, metrics
  FROM sighting_row;
`;
