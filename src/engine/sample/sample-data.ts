/**
 * The shape of resources/sample/web.jsonl, one host to a line behind a first line of facts: the fictional web that tools/make-sample.ts invents and startSampleWeb serves.
 * Fields at their default are left out of the file.
 */
import { readFileSync } from 'node:fs';
import type { CheckReason } from '../../core/model/check-reason.ts';
import { sampleFile } from './sample-files.ts';

/**
 * How a source page answers, with the reason a correct check must end in. `slow` depends on the check's timeout: it is
 * `timeout` below SAMPLE_SLOW_ANSWER_MS and `present` above.
 */
export const SAMPLE_BEHAVIOURS = {
  live: 'present',
  redirected: 'present',
  'redirect-chain': 'present',
  noindex: 'present',
  'noindex-header': 'present',
  'nofollow-page': 'present',
  'canonical-elsewhere': 'present',
  'canonical-other-site': 'present',
  'anchor-changed': 'present',
  'target-changed': 'present-other-target',
  removed: 'absent',
  'redirected-home': 'absent',
  'mention-only': 'mention-only',
  'commented-out': 'commented-out',
  'noscript-only': 'noscript-only',
  'not-found': 'not-found',
  gone: 'page-gone',
  'robots-blocked': 'robots-disallowed',
  'robots-error': 'robots-unreachable',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  'rate-limited': 'rate-limited',
  'server-error': 'server-error',
  'redirect-loop': 'redirect-loop',
  'bot-challenge': 'bot-challenge',
  captcha: 'captcha',
  parked: 'parked',
  'soft-404': 'soft-404',
  javascript: 'javascript-page',
  'not-html': 'not-html',
  slow: 'timeout',
} as const satisfies Record<string, CheckReason>;
export type SampleBehaviour = keyof typeof SAMPLE_BEHAVIOURS;

/** What stands around the link; each template has one place for it. */
export type SampleTemplate =
  | 'article'
  | 'guest-post'
  | 'advert'
  | 'badge'
  | 'hidden'
  | 'comment'
  | 'blogroll'
  | 'footer'
  | 'forum'
  | 'signature'
  | 'directory'
  | 'resources'
  | 'profile'
  | 'press-release'
  | 'farm';

/** What the words of an anchor are, which decides the sentence around it. */
export type SampleAnchorKind =
  | 'brand'
  | 'compound'
  | 'money'
  | 'naked'
  | 'generic'
  | 'title'
  | 'person'
  | 'image'
  | 'empty'
  | 'poison'
  | 'foreign'
  | 'hostile';

export interface SampleLink {
  /** Client URL as the page writes it. */
  readonly target: string;
  /** Anchor text; alt text where `kind` is `image`. */
  readonly anchor: string;
  readonly kind: SampleAnchorKind;
  /** The rel attribute as written. */
  readonly rel?: string;
}

export interface SamplePage {
  /** Path and query as the host spells it, percent-encoded. */
  readonly path: string;
  readonly title: string;
  readonly behaviour?: SampleBehaviour;
  /** Where the host's own template does not hold. */
  readonly template?: SampleTemplate;
  readonly links: readonly SampleLink[];
  /** What the page links to now, where that is not what the exports saw. */
  readonly now?: SampleLink;
}

export interface SampleHost {
  /** ASCII host without `www.`. */
  readonly host: string;
  readonly name: string;
  /** A topic of prose.json. */
  readonly topic: string;
  readonly language: string;
  readonly template: SampleTemplate;
  readonly www?: true;
  /** Number of the network whose sites share one look, one analytics id and one owner. */
  readonly network?: number;
  readonly pages: readonly SamplePage[];
}

/** Facts the generator computed from the very files it wrote; links are merged source page and target pairs. */
export interface SampleFacts {
  readonly backlinks: number;
  readonly pages: number;
  /** Registrable domains with at least one link. */
  readonly linkingDomains: number;
  /** Registrable domains, those named only by "Top linking sites" included. */
  readonly domains: number;
  /** Data rows of each export by file name. */
  readonly rows: Readonly<Record<string, number>>;
  readonly otherSiteRows: number;
  readonly backlinksWithoutTarget: number;
  readonly backlinksByBehaviour: Readonly<Partial<Record<SampleBehaviour, number>>>;
}

export interface SampleWebData extends SampleWebHead {
  readonly hosts: readonly SampleHost[];
}

/** The first line of the file. */
export interface SampleWebHead {
  readonly facts: SampleFacts;
  /** Paths of the client's hosts that answer 200. */
  readonly clientPages: readonly string[];
  /** Paths of the client's hosts that answer 301, with where they lead. Every other path is 404. */
  readonly clientRedirects: Readonly<Record<string, string>>;
}

/** The sentences the pages are written with; a link sentence is what stands before and after the link. */
export interface ProseBank {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly topics: Readonly<Record<string, readonly string[]>>;
  readonly linkSentences: Readonly<Record<SampleAnchorKind, readonly (readonly [string, string])[]>>;
  readonly spamComments: readonly string[];
  readonly titles: Readonly<Record<string, readonly string[]>>;
}

/** Reads the fictional web. The file ships with the program, so it is trusted to have its shape. */
export function readSampleWebData(): SampleWebData {
  const [first = '', ...lines] = readFileSync(sampleFile('web.jsonl'), 'utf8').trimEnd().split('\n');
  const head: SampleWebHead = JSON.parse(first);
  return { ...head, hosts: lines.map((line): SampleHost => JSON.parse(line)) };
}

/** Reads the sentence bank, which is written by hand. */
export function readProseBank(): ProseBank {
  const bank: ProseBank = JSON.parse(readFileSync(sampleFile('prose.json'), 'utf8'));
  return bank;
}
