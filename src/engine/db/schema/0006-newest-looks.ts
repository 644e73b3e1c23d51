/**
 * The newest look at each page beside the history of all: filters of links ask for it, and among the wide rows of a history they
 * would have to find the newest of each page first. Triggers keep it, so that whoever adds a look or takes a page away need not.
 */
export const NEWEST_LOOKS = `
CREATE TABLE page_look (
  page_id INTEGER PRIMARY KEY REFERENCES page (id),
  robots TEXT,
  robots_googlebot TEXT,
  meta_robots TEXT,
  redirects INTEGER NOT NULL,
  content_type TEXT,
  size_bytes INTEGER,
  text_length INTEGER,
  internal_links INTEGER,
  certificate TEXT,
  unchanged INTEGER NOT NULL,
  rendered INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  final_url TEXT
) STRICT;

INSERT INTO page_look
  SELECT ${valuesOf('pc')} FROM page_check pc
  WHERE pc.id = (SELECT n.id FROM page_check n WHERE n.page_id = pc.page_id ORDER BY n.checked_at DESC, n.id DESC LIMIT 1);

CREATE TRIGGER newest_look AFTER INSERT ON page_check
WHEN NOT EXISTS (SELECT 1 FROM page_check later WHERE later.page_id = NEW.page_id AND later.checked_at > NEW.checked_at)
BEGIN
  INSERT OR REPLACE INTO page_look SELECT ${valuesOf('NEW')};
END;

CREATE TRIGGER no_look AFTER DELETE ON page_check BEGIN
  DELETE FROM page_look WHERE page_id = OLD.page_id;
END;
`;

/** The columns of `page_look` as a row of `page_check` gives them. */
function valuesOf(look: string): string {
  const names = ['robots', 'robots_googlebot', 'meta_robots'];
  const more = ['content_type', 'size_bytes', 'text_length', 'internal_links', 'certificate', 'unchanged', 'rendered'];
  const redirects = `json_array_length(coalesce(${look}.redirects, '[]'))`;
  const of = (name: string): string => `${look}.${name}`;
  return [of('page_id'), ...names.map(of), redirects, ...more.map(of), of('duration_ms'), of('final_url')].join(', ');
}
