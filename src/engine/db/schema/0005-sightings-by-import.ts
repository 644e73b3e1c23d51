/**
 * Metrics stand as lists, and their names once for an import instead of in every row; a sighting's id is its import and line. Both
 * spare a large import a good part of what it writes.
 */
export const SIGHTINGS_BY_IMPORT = `
ALTER TABLE import ADD COLUMN metrics TEXT NOT NULL DEFAULT '[]';

UPDATE import SET metrics = (SELECT json_group_array(name) FROM (
  SELECT n.key AS name FROM sighting_row s, json_each(s.metrics) n WHERE s.import_id = import.id
  UNION SELECT n.key FROM domain_sighting s, json_each(s.metrics) n WHERE s.import_id = import.id));

CREATE TABLE listed_sighting (
  id INTEGER PRIMARY KEY,
  backlink_id INTEGER NOT NULL REFERENCES backlink (id),
  source_url TEXT,
  target_url TEXT,
  said TEXT NOT NULL DEFAULT '[]',
  metrics TEXT
) STRICT;

INSERT INTO listed_sighting
  SELECT (s.import_id << 32) + s.line, s.backlink_id, s.source_url, s.target_url, s.said, ${listOf('s')}
  FROM sighting_row s ORDER BY s.import_id, s.line;

UPDATE domain_sighting SET metrics = ${listOf('domain_sighting')};

DROP VIEW sighting;
DROP TABLE sighting_row;
ALTER TABLE listed_sighting RENAME TO sighting_row;
CREATE INDEX sighting_by_backlink ON sighting_row (backlink_id);

CREATE VIEW sighting AS
  SELECT id >> 32 AS import_id, id & 4294967295 AS line, backlink_id, source_url, target_url, said ->> 0 AS anchor,
    said ->> 1 AS rel, said ->> 2 AS link_type, said ->> 3 AS title, said ->> 4 AS language, said ->> 5 AS context_left,
    said ->> 6 AS context_right, said ->> 7 AS http_status, said ->> 8 AS first_seen, said ->> 9 AS last_seen,
    said ->> 10 AS lost_at, said ->> 11 AS lost_reason, said ->> 12 AS external_links, said ->> 13 AS links_in_group,
    iif(metrics IS NULL, NULL, (SELECT json_group_object(n.value, sighting_row.metrics ->> n.key)
      FROM import, json_each(import.metrics) n
      WHERE import.id = sighting_row.id >> 32 AND sighting_row.metrics ->> n.key IS NOT NULL)) AS metrics
  FROM sighting_row;
`;

/** SQL for the metrics of a row of a table, in the order of the names of its import. */
function listOf(table: string): string {
  return `iif(${table}.metrics IS NULL, NULL, (SELECT json_group_array(
    (SELECT v.value FROM json_each(${table}.metrics) v WHERE v.key = n.value))
    FROM import, json_each(import.metrics) n WHERE import.id = ${table}.import_id))`;
}
