/**
 * The address and the host of a page follow from its key and from how it is spelt, where they were stored beside it: a fifth of what an
 * import writes of a page, and of what the table takes. `page-spelling.ts` says what the bits of `spelling` mean.
 */
export const PAGE_SPELLING = `
CREATE TABLE spelt_page (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  spelling INTEGER NOT NULL,
  odd_url TEXT,
  url TEXT NOT NULL GENERATED ALWAYS AS (coalesce(odd_url, iif(spelling & 1, 'https://', 'http://')
    || iif(spelling & 2, 'www.', '') || key || iif(spelling & 4, '/', ''))) VIRTUAL,
  host TEXT NOT NULL GENERATED ALWAYS AS (iif(spelling & 2, 'www.', '')
    || iif(key LIKE '[%', substr(key, 1, instr(key, ']')), substr(key, 1, instr(replace(key, ':', '/'), '/') - 1))) VIRTUAL,
  domain_id INTEGER NOT NULL REFERENCES domain (id),
  title TEXT,
  language TEXT,
  external_links INTEGER,
  internal_links INTEGER,
  text_length INTEGER,
  indexable INTEGER,
  canonical TEXT
) STRICT;
INSERT INTO spelt_page (id, key, spelling, odd_url, domain_id, title, language, external_links, internal_links, text_length, indexable,
    canonical)
  SELECT id, key, (url LIKE 'https://%') | (2 * is_www) | (4 * (url = plain || '/')), iif(url IN (plain, plain || '/'), NULL, url),
      domain_id, title, language, external_links, internal_links, text_length, indexable, canonical
    FROM (SELECT *, iif(url LIKE 'https://%', 'https://', 'http://') || iif(is_www, 'www.', '') || key AS plain
      FROM (SELECT *, host LIKE 'www.%.%' AS is_www FROM page));
DROP TABLE page;
ALTER TABLE spelt_page RENAME TO page;
CREATE UNIQUE INDEX page_by_key ON page (key);
CREATE INDEX page_by_domain ON page (domain_id);
`;
