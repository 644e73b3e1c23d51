/** Looks at pages as a browser shows them stand beside those at their raw HTML. */
export const RENDERED_LOOKS_SCHEMA = 'ALTER TABLE page_check ADD COLUMN rendered INTEGER NOT NULL DEFAULT 0;';
