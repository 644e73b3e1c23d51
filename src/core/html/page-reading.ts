import type { Placement } from '../model/placement.ts';
import type { ApartLink } from './apart-links.ts';
import type { Mention } from './mentions.ts';
import type { PageBody } from './page-body.ts';
import type { PageCanonical } from './page-canonical.ts';
import type { PageEnd } from './page-end.ts';
import type { AnchorSource } from './page-links.ts';
import type { PageMarks } from './page-marks.ts';
import type { PageRefresh } from './page-refresh.ts';
import type { RedirectorLink } from './redirector-links.ts';
import type { RobotsDirectives } from './robots-directives.ts';

/** Response headers by lower-case name; a header that came several times keeps every value. */
export type PageHeaders = Readonly<Record<string, readonly string[]>>;

/** What one page's HTML says: its links, facts about the page, and what stands in the markup but not in the page. */
export interface PageReading {
  /** The address the page was read from. */
  readonly url: string;
  /** Links in document order; only those to the sites of interest where the reader was given any. */
  readonly links: readonly PageLink[];
  /** How many more of them there are than are read of one page. */
  readonly unreadLinks: number;
  /** Links in comments, noscript, template and iframe srcdoc; limited to the sites of interest likewise. */
  readonly apartLinks: readonly ApartLink[];
  /** Hosts and brand words named in the text; only looked for where no link leads to the sites of interest. */
  readonly mentions: readonly Mention[];
  /** A link that carries the address of a site of interest in its query; looked for likewise. */
  readonly redirectorLink: RedirectorLink | null;
  /** What a script says of an address of a site of interest, where it writes to the page; looked for likewise. */
  readonly scriptedLink: string | null;
  readonly facts: PageFacts;
  readonly signs: PageSigns;
}

/** One `<a href>` or `<area href>` that leads to an http(s) address. */
export interface PageLink {
  /** Resolved address, fragment included. */
  readonly url: string;
  readonly rel: readonly string[];
  readonly anchor: string;
  readonly anchorSource: AnchorSource;
  /** Up to 100 characters of the page's text before and after the link. */
  readonly contextLeft: string;
  readonly contextRight: string;
  /** Share of the page's text that stands before the link, 0 to 1. */
  readonly position: number;
  readonly placement: Placement;
  readonly placementEvidence: string;
}

/** Facts about a page that are kept with its check. */
export interface PageFacts {
  readonly title: string | null;
  /** Language tag as declared by the page or its header, lower case. */
  readonly language: string | null;
  /** Rules that bind Googlebot, from meta tags and X-Robots-Tag together. */
  readonly robots: RobotsDirectives;
  readonly canonical: PageCanonical | null;
  readonly refresh: PageRefresh | null;
  /** Characters of readable text, and how many of them are link text. */
  readonly textLength: number;
  readonly linkedTextLength: number;
  /** Links to the page's own registrable domain, and to others. */
  readonly internalLinks: number;
  readonly externalLinks: number;
  /** Number of different registrable domains the external links lead to. */
  readonly externalDomains: number;
  readonly generator: string | null;
  /** False where the page was too complex to be read to its end. */
  readonly complete: boolean;
}

/** What helps to tell a page from a wall, an error or an empty shell. */
export interface PageSigns {
  /** The first headings of level one, and those of lower levels above them. */
  readonly headings: readonly string[];
  readonly openings: readonly string[];
  /** Beginning of the readable text, up to 2,000 characters. */
  readonly excerpt: string;
  readonly scriptSources: readonly string[];
  /** Beginnings of the inline scripts, joined, up to 8,000 characters. */
  readonly inlineScript: string;
  readonly frameSources: readonly string[];
  readonly noscriptText: string;
  readonly hasFrameset: boolean;
  readonly hasPasswordField: boolean;
  /** How the page ends; null where nobody asks, since a link to the sites of interest was found. */
  readonly end: PageEnd | null;
  /** What the markup says of the kind of page; null likewise. */
  readonly marks: PageMarks | null;
  /** What the page says outside of the frame of its site; null likewise, and where there is more text than a notice has. */
  readonly body: PageBody | null;
  /** A link that carries a number of the page's address; null for none, and likewise. */
  readonly numberedLink: string | null;
  /** `id` or name of an empty element that a script is meant to fill. */
  readonly emptyMountPoint: string | null;
}
