/**
 * What is known of a link's existence. The three certain words never mix: only a page that was read (or a 404/410)
 * makes a link `gone`; everything that kept us from looking is `unknown`; `unchecked` means nobody has looked yet.
 */
export const LINK_STATES = ['live', 'gone', 'unknown', 'unchecked'] as const;
export type LinkState = (typeof LINK_STATES)[number];
