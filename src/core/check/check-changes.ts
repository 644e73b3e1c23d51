import type { LinkState } from '../model/link-state.ts';
import type { UrlIdentity } from '../url/url-identity.ts';

/** What can differ between two looks at a link. */
export const LINK_CHANGES = ['gone', 'back', 'target', 'anchor', 'rel', 'placement'] as const;
export type LinkChangeKind = (typeof LINK_CHANGES)[number];

/** One difference, with the words for people. */
export interface LinkChange {
  readonly kind: LinkChangeKind;
  readonly text: string;
}

/** What a link was known to be at one moment; null where nobody could tell. */
export interface LinkSnapshot {
  readonly state: LinkState;
  readonly anchor: string | null;
  readonly rel: readonly string[] | null;
  readonly placement: string | null;
  /** The page of the client the link led to, as its headline says. */
  readonly target: Pick<UrlIdentity, 'key' | 'url'> | null;
}

/**
 * What differs between two looks at a link. A look that was not certain says nothing about target,
 * anchor, rel and placement, two spellings of one page are one target, and coming from or going to `unknown` is no change of the link.
 *
 * @example describeChanges(before, after) // [{ kind: 'anchor', text: 'anchor changed from “Acme” to “cheap shoes”' }]
 */
export function describeChanges(before: LinkSnapshot, after: LinkSnapshot): LinkChange[] {
  const changes: LinkChange[] = [];
  if (before.state === 'live' && after.state === 'gone') changes.push({ kind: 'gone', text: 'the link is gone' });
  if (before.state === 'gone' && after.state === 'live') changes.push({ kind: 'back', text: 'the link is back' });
  if (after.state !== 'live') return changes;
  if (before.target?.key !== after.target?.key)
    changes.push(...changeOf('target', before.target?.url ?? null, after.target?.url ?? null));
  changes.push(...changeOf('anchor', quoted(before.anchor), quoted(after.anchor)));
  changes.push(...changeOf('rel', relText(before.rel), relText(after.rel)));
  if (before.placement !== 'unknown') changes.push(...changeOf('placement', before.placement, after.placement));
  return changes;
}

function changeOf(kind: LinkChangeKind, before: string | null, after: string | null): LinkChange[] {
  if (before === null || after === null || before === after) return [];
  return [{ kind, text: `${kind} changed from ${before} to ${after}` }];
}

function quoted(text: string | null): string | null {
  return text === null ? null : `“${text.replaceAll(/\s+/g, ' ').trim()}”`;
}

/** A set of words (HTML section 4.6.7), in one order; some part them with commas. */
function relText(rel: readonly string[] | null): string | null {
  if (rel === null) return null;
  const words = new Set(rel.flatMap((one) => one.toLowerCase().split(/[\s,]+/)).filter((word) => word !== ''));
  return words.size === 0 ? 'none' : [...words].sort().join(' ');
}
