import { checkEvidence } from '../../core/check/check-evidence.ts';
import type { PageCheckResult } from '../crawl/page-check.ts';
import type { LinkCheckRecord, PageCheckRecord } from '../db/page-check-record.ts';

/** What one look at a page gave, as the project file keeps it. */
export function checkRecord(result: PageCheckResult): PageCheckRecord {
  const { facts, robots } = result;
  return {
    pageId: result.pageId,
    checkedAt: new Date(result.checkedAt).toISOString(),
    durationMs: result.durationMs,
    finalUrl: result.finalUrl,
    httpStatus: result.status,
    redirects: result.chain.map(({ status, to }) => ({ status, url: to })),
    robots: robots.us,
    robotsGooglebot: robots.googlebot,
    certificate: result.certificate,
    etag: result.etag,
    lastModified: result.lastModified,
    repeats: result.repeats,
    raw: result.raw === null ? null : checkRecord(result.raw),
    contentType: result.contentType,
    sizeBytes: result.sizeBytes,
    bodyHash: result.bodySha256,
    facts:
      facts === null
        ? null
        : {
            title: facts.title,
            language: facts.language,
            metaRobots: robotsText(facts.robots),
            isIndexable: !facts.robots.noindex,
            canonical: facts.canonical?.url ?? null,
            textLength: facts.textLength,
            internalLinks: facts.internalLinks,
            externalLinks: facts.externalLinks,
          },
    links: result.links.map((link) => toLinkRecord(link, result.chain)),
  };
}

function robotsText({ noindex, nofollow }: { readonly noindex: boolean; readonly nofollow: boolean }): string | null {
  const words = [noindex ? 'noindex' : '', nofollow ? 'nofollow' : ''].filter((word) => word !== '');
  return words.length === 0 ? null : words.join(', ');
}

function toLinkRecord(
  { backlinkId, verdict, search }: PageCheckResult['links'][number],
  chain: PageCheckResult['chain'],
): LinkCheckRecord {
  const { state, reason, headline } = verdict;
  return {
    backlinkId,
    state,
    reason,
    evidence: checkEvidence(verdict, search, chain),
    headline,
    occurrences: verdict.occurrences.map((occurrence) => ({
      target: occurrence.target,
      href: occurrence.url,
      anchor: occurrence.anchor,
      rel: occurrence.rel,
      placement: occurrence.placement,
      placementEvidence: occurrence.placementEvidence,
      contextLeft: occurrence.contextLeft,
      contextRight: occurrence.contextRight,
    })),
  };
}
