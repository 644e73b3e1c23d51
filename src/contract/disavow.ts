/** The lint of a disavow file, as `disavow lint --json` prints it. */
export interface DisavowLintAnswer {
  readonly entries: number;
  readonly domains: number;
  readonly urls: number;
  readonly comments: number;
  readonly bytes: number;
  readonly problems: readonly DisavowProblem[];
  /** What the entries cover in the project. */
  readonly coverage: DisavowCoverage;
}

export interface DisavowProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly id: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The line that should stand there instead ('' to delete it); null where a person must decide. */
  readonly fix: string | null;
}

/** How much of the project a file covers. */
export interface DisavowCoverage {
  readonly links: number;
  readonly domains: number;
  readonly liveLinks: number;
  /** Covered links or domains marked keep. */
  readonly kept: number;
  readonly totalLinks: number;
  readonly totalDomains: number;
}

export interface DisavowDraft {
  readonly text: string;
  /** The version the text comes from; null when it was built from the verdicts just now. */
  readonly version: DisavowVersion | null;
  /** True when verdicts changed after the version was kept. */
  readonly verdictsChanged: boolean;
}

export interface DisavowBuildAnswer {
  readonly text: string;
  readonly domains: number;
  readonly urls: number;
  readonly skipped: readonly { readonly entry: string; readonly reason: string }[];
}

/** What bringing an existing file into a project did. */
export interface DisavowImportAnswer {
  readonly version: DisavowVersion;
  /** Domains that are disavowed because of the file, those that were before included. */
  readonly domains: number;
  /** Links that are disavowed because of it, by domain or page. */
  readonly links: number;
  /** Entries that match nothing in the project; they stay in every file that is built. */
  readonly unmatched: number;
  /** Entries that were not applied because they cover something marked keep. */
  readonly conflicts: number;
  /** Every entry that was not applied, conflicts included, by line. */
  readonly notApplied: readonly {
    readonly line: number;
    readonly entry: string;
    readonly reason: 'marked-keep' | 'own-site' | 'public-suffix';
  }[];
}

export interface DisavowFixAnswer {
  readonly text: string;
  readonly changes: readonly { readonly line: number; readonly message: string }[];
}

export interface DisavowDiffAnswer {
  readonly added: readonly DisavowDiffEntry[];
  readonly removed: readonly DisavowDiffEntry[];
  readonly kept: number;
}

export interface DisavowDiffEntry {
  /** Line in the file that has the entry. */
  readonly line: number;
  readonly entry: string;
  /** For a removed entry: the entry of the new file that still covers it; null when none does. */
  readonly stillCoveredBy: string | null;
}

export interface DisavowVersion {
  readonly id: number;
  readonly createdAt: string;
  readonly origin: 'built' | 'imported' | 'edited';
  readonly fileName: string;
  readonly entries: number;
  /** The Search Console property it is for. */
  readonly property: string | null;
  /** YYYY-MM-DD, as the person who uploaded it said; null when nobody did. */
  readonly uploadedAt: string | null;
}
