import { isPublicSuffix, publicSuffixOf } from '../url/host-name.ts';
import type { InvalidReason } from './disavow-file.ts';

/** Why a text is no entry, and what it was probably meant to be. */
export interface InvalidText {
  readonly reason: InvalidReason;
  /** Index of the offending part in the text. */
  readonly index: number;
  readonly suggestion: string | null;
  /** True where the suggestion has only one reading. */
  readonly isPlain: boolean;
}

/** An invalid text whose parts left out are the usual ones: at the start, nothing to suggest. */
export function invalidText(
  reason: InvalidReason,
  index = 0,
  suggestion: string | null = null,
  isPlain = false,
): InvalidText {
  return { reason, index, suggestion, isPlain };
}

/** A file name or an abbreviation also looks like a host; only a listed suffix makes a bare name plain. */
export function hasKnownSuffix(host: string): boolean {
  return isPublicSuffix(publicSuffixOf(host));
}
