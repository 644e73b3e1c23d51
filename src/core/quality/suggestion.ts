/**
 * What the scores suggest for a link or a domain. A suggestion is a place in the review queue, never a verdict: `none` says
 * nothing stands out, `keep` that the link is plainly good.
 */
export const SUGGESTIONS = ['disavow-domain', 'disavow-url', 'review', 'keep', 'none'] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

/** Risk from which a link or domain is put up for review; above what one family of signals can reach. */
export const REVIEW_RISK = 60;
/** Risk from which disavowing is suggested. */
export const DISAVOW_RISK = 75;
/** Independent risk signals without which nothing is suggested. */
export const INDEPENDENT_SIGNALS = 2;
/** Quality from which, at a risk below {@link KEEP_RISK}, keeping is suggested. */
export const KEEP_QUALITY = 50;
export const KEEP_RISK = 20;
