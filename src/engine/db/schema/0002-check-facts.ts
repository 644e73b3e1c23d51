/**
 * What checks learnt to tell: which kinds of change a look found, how to ask a server whether a page has changed, whether it
 * said no, and a certificate that was not valid but ignored on request.
 */
export const CHECK_FACTS_SCHEMA = `
ALTER TABLE backlink ADD COLUMN changed TEXT NOT NULL DEFAULT '';
ALTER TABLE link_check ADD COLUMN changed TEXT NOT NULL DEFAULT '';
ALTER TABLE page_check ADD COLUMN etag TEXT;
ALTER TABLE page_check ADD COLUMN last_modified TEXT;
ALTER TABLE page_check ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE page_check ADD COLUMN certificate TEXT;
`;
