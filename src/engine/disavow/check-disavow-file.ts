import type { DisavowCoverage, DisavowFixAnswer, DisavowLintAnswer } from '../../contract/disavow.ts';
import type { DisavowFile } from '../../core/disavow/disavow-file.ts';
import { type FixedLine, type FixResult, fixDisavowFile } from '../../core/disavow/fix-disavow-file.ts';
import type { LinkSummary, LintContext } from '../../core/disavow/lint-context.ts';
import { lintDisavowFile } from '../../core/disavow/lint-disavow-file.ts';
import { quote } from '../../core/disavow/lint-finding.ts';
import { printDisavowText } from '../../core/disavow/print-disavow-file.ts';
import { registrableDomain } from '../../core/url/host-name.ts';
import { popularDomains, profileTotals } from '../db/coverage-queries.ts';
import { newestVersion } from '../db/disavow-queries.ts';
import type { ReadableDatabase } from '../db/project-database.ts';
import { readSettings } from '../db/setting-queries.ts';
import { coverProject } from './cover-project.ts';
import { keptVerdicts } from './kept-verdicts.ts';
import { findKnownLinks, type KnownLinks, toSummary } from './known-links.ts';

/** Lints a file with everything the project knows. */
export function lintAgainstProject(db: ReadableDatabase, file: DisavowFile): DisavowLintAnswer {
  const { context, coverage } = examine(db, file);
  return { ...lintDisavowFile(file, context), coverage };
}

/** Repairs a file; no repair goes against the project's sites and keep verdicts. */
export function fixAgainstProject(db: ReadableDatabase, file: DisavowFile): DisavowFixAnswer {
  return describeFix(fixDisavowFile(file, examine(db, file).context));
}

/** Counts what a file covers in the project. */
export function coverageOf(db: ReadableDatabase, file: DisavowFile): DisavowCoverage {
  return examine(db, file).coverage;
}

/** A repair as text and sentences; what was done to the file as a whole stands at line 1. */
export function describeFix({ file, changes, wholeFile }: FixResult): DisavowFixAnswer {
  return {
    text: printDisavowText(file),
    changes: [
      ...wholeFile.map((message) => ({ line: 1, message })),
      ...changes.map((change) => ({ line: change.line, message: describeChange(change) })),
    ],
  };
}

function describeChange({ ids, before, after }: FixedLine): string {
  const rules = ids.join(', ');
  if (after === '') return `${rules}: deleted ${quote(before)}`;
  return `${rules}: ${quote(before)} became ${after.split('\n').map(quote).join(' and ')}`;
}

function examine(db: ReadableDatabase, file: DisavowFile): { context: LintContext; coverage: DisavowCoverage } {
  const known = findKnownLinks(db, file);
  const { coverage, numbers } = coverProject(file, known, profileTotals(db));
  const version = newestVersion(db);
  const context: LintContext = {
    ownHosts: readSettings(db).sites,
    verdicts: keptVerdicts(known),
    isPopular: popularDomains(db),
    // A domain that only a list of domains names has links nobody has told us of: nothing is said of those.
    linksOf(line) {
      const counts = line.kind === 'domain' ? known.below(line.host) : known.page(line.identity.key);
      if (counts !== undefined && counts.links > 0) return toSummary(counts);
      const host = line.kind === 'domain' ? line.host : line.identity.host;
      return !known.isComplete || hasUntoldLinks(known, host) ? null : NO_LINKS;
    },
    coverage: numbers,
    upload: { property: version?.property ?? null, uploadedOn: version?.uploadedAt ?? null },
  };
  return { context, coverage };
}

const NO_LINKS: LinkSummary = { live: 0, nofollow: 0, noindex: 0, gone: 0, unknown: 0 };

function hasUntoldLinks(known: KnownLinks, host: string): boolean {
  return known.domain(registrableDomain(host))?.links === 0;
}
