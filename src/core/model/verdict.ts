/** What the consultant decided. `none` is the absence of a decision, not a decision. */
export const VERDICTS = ['keep', 'disavow-domain', 'disavow-url', 'remove', 'none'] as const;
export type Verdict = (typeof VERDICTS)[number];
