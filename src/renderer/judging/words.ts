import type { AnchorClass } from '../../core/model/anchor-class.ts';
import { CHECK_REASONS, type CheckReason, type RetryAdvice } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { Placement } from '../../core/model/placement.ts';
import type { Vendor } from '../../core/model/vendor.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import type { Tone } from '../components/state-dot.tsx';

/** How the window names what the model knows by short codes. */
export const STATE_WORDS = {
  live: 'Live',
  gone: 'Gone',
  unknown: 'Unknown',
  unchecked: 'Not checked',
} as const satisfies Record<LinkState, string>;

export const STATE_TONES = {
  live: 'good',
  gone: 'high',
  unknown: 'mid',
  unchecked: 'neutral',
} as const satisfies Record<LinkState, Tone>;

export const VERDICT_WORDS = {
  keep: 'Keep',
  'disavow-domain': 'Disavow domain',
  'disavow-url': 'Disavow URL',
  remove: 'Ask for removal',
  none: 'No verdict',
} as const satisfies Record<Verdict, string>;

export const VERDICT_TONES = {
  keep: 'good',
  'disavow-domain': 'high',
  'disavow-url': 'high',
  remove: 'mid',
  none: 'neutral',
} as const satisfies Record<Verdict, Tone>;

export const PLACEMENT_WORDS = {
  content: 'Content',
  'resource-list': 'Resource list',
  navigation: 'Navigation',
  header: 'Header',
  footer: 'Footer',
  sidebar: 'Sidebar',
  comment: 'Comment',
  forum: 'Forum post',
  signature: 'Signature',
  profile: 'Profile',
  'author-box': 'Author box',
  directory: 'Directory',
  'press-release': 'Press release',
  widget: 'Widget',
  advertisement: 'Advertisement',
  hidden: 'Hidden',
  unknown: 'Unknown',
} as const satisfies Record<Placement, string>;

export const ANCHOR_CLASS_WORDS = {
  brand: 'Brand',
  compound: 'Brand and money',
  'money-exact': 'Money, exact',
  'money-partial': 'Money, partial',
  'naked-url': 'Naked URL',
  generic: 'Generic',
  image: 'Image',
  empty: 'Empty',
  symbols: 'Symbols',
  title: 'Title',
  person: 'Person',
  'other-language': 'Other language',
  poison: 'Adult, pharma, casino, loans',
  other: 'Other',
  unknown: 'Unknown',
} as const satisfies Record<AnchorClass, string>;

export const VENDOR_WORDS = {
  gsc: 'Search Console',
  ahrefs: 'Ahrefs',
  semrush: 'Semrush',
  bing: 'Bing',
  majestic: 'Majestic',
  moz: 'Moz',
  lrt: 'LinkResearchTools',
  'screaming-frog': 'Screaming Frog',
  spyglass: 'SEO SpyGlass',
  'se-ranking': 'SE Ranking',
  serpstat: 'Serpstat',
  ubersuggest: 'Ubersuggest',
  linkody: 'Linkody',
  dataforseo: 'DataForSEO',
  other: 'Other',
} as const satisfies Record<Vendor, string>;

/** A suggestion of the signals; an unknown word stays as it is. */
export function suggestionWords(suggestion: string): string {
  const words: Readonly<Record<string, string>> = {
    'disavow-domain': 'Disavow domain',
    'disavow-url': 'Disavow URL',
    review: 'Look at it',
    keep: 'Keep',
    none: '',
  };
  return words[suggestion] ?? suggestion;
}

export function reasonWords(reason: CheckReason | null): string {
  return reason === null ? '' : CHECK_REASONS[reason].text;
}

const RETRY_WORDS: Readonly<Record<RetryAdvice, string>> = {
  later: 'at the next check',
  backoff: 'soon, since it may pass by itself',
  'when-changed': 'once something has changed',
  never: 'no, it will not change',
};

/** Whether and when another look may tell more; empty where the last one was certain. */
export function retryWords(reason: CheckReason): string {
  const { state, retry } = CHECK_REASONS[reason];
  return state === 'unknown' ? RETRY_WORDS[retry] : '';
}

export function sourceWords(sources: readonly Vendor[]): string {
  return sources.map((source) => VENDOR_WORDS[source]).join(', ');
}

const CHANGED_TEXT = /^anchor changed from (?<before>“.*”) to (?<after>“.*”)$/s;
const CHANGED_WORD = /^(?<what>target|rel|placement) changed from (?<before>.*) to (?<after>.*)$/s;

/**
 * What a check found changed, for a narrow cell: what it is now comes first, and of two pages of one site only their paths. Sentences
 * that say something else stay as they are.
 *
 * @example changeWords('anchor changed from “Acme” to “cheap shoes”') // 'anchor “cheap shoes”, was “Acme”'
 */
export function changeWords(sentence: string): string {
  const parts = (CHANGED_TEXT.exec(sentence) ?? CHANGED_WORD.exec(sentence))?.groups;
  const { what = 'anchor', before, after } = parts ?? {};
  if (before === undefined || after === undefined) return sentence;
  const [was, is] = [URL.parse(before), URL.parse(after)];
  if (was === null || is === null || was.host !== is.host) return `${what} ${after}, was ${before}`;
  return `${what} ${is.pathname}${is.search}, was ${was.pathname}${was.search}`;
}
