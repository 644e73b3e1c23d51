import { describe, expect, it } from 'vitest';
import { bodyKind, isXmlType } from '../../../src/core/check/body-kind.ts';
import type { CutShort, FetchedPage, RedirectHop } from '../../../src/core/check/fetch-outcome.ts';
import type { ExpectedLink } from '../../../src/core/check/find-link.ts';
import type { KnownPage } from '../../../src/core/check/known-ground.ts';
import { type PageVerdict, pageVerdict } from '../../../src/core/check/page-verdict.ts';
import type { PageHeaders } from '../../../src/core/html/page-reading.ts';
import { readPage } from '../../../src/core/html/read-page.ts';
import { CHECK_REASONS, type CheckReason } from '../../../src/core/model/check-reason.ts';
import type { Placement } from '../../../src/core/model/placement.ts';
import { identifyUrl } from '../../../src/core/url/url-identity.ts';

export const SOURCE = 'https://blog.example/post';
export const TARGET = 'https://client.test/shoes';
export const SITES = ['client.test'];
/** Running text of an honest page, long enough not to be mistaken for a notice. */
export const TEXT = `<p>${'The old harbour wakes before the town does and the boats leave in the dark. '.repeat(8)}</p>`;
export const LINK = `<a href="${TARGET}">good shoes</a>`;

/** What a server answers besides the body. */
export interface Answer {
  readonly status?: number;
  readonly headers?: PageHeaders;
  readonly requestedUrl?: string;
  readonly finalUrl?: string;
  readonly type?: string | null;
  readonly cut?: CutShort | null;
  /** What was known of page and link before the look. */
  readonly known?: KnownPage;
  readonly placement?: Placement;
}

/** What an answer from SOURCE proves about a link to TARGET. */
export function judge(html: string, answer: Answer = {}, target: string | null = TARGET): PageVerdict {
  const requestedUrl = answer.requestedUrl ?? SOURCE;
  const finalUrl = answer.finalUrl ?? requestedUrl;
  const headers = answer.headers ?? {};
  const contentType = answer.type === undefined ? 'text/html; charset=utf-8' : answer.type;
  const chain: RedirectHop[] =
    finalUrl === requestedUrl ? [] : [{ url: requestedUrl, status: 301, via: 'location', to: finalUrl }];
  const content = bodyKind(contentType, html);
  const status = answer.status ?? 200;
  const page: FetchedPage = {
    kind: 'page',
    requestedUrl,
    finalUrl,
    chain,
    status,
    headers,
    content,
    contentType,
    cut: answer.cut ?? null,
  };
  const brandWords = ['Clientel'];
  const isRead = content === 'html' || content === 'undecodable';
  const reading = isRead
    ? readPage(html, { url: finalUrl, headers, isXml: isXmlType(contentType), sites: SITES, brandWords })
    : null;
  const { known = null, placement = null } = answer;
  const expected: ExpectedLink = {
    target: target === null ? null : identifyUrl(target),
    sites: SITES,
    known,
    placement,
  };
  return pageVerdict(page, reading, expected);
}

/** An HTML page. */
export function page(body: string, head = '<title>Harbour days</title>'): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
}

/** A page, with the reason that follows from it. */
export type Case = readonly [name: string, reason: CheckReason, html: string, answer?: Answer, target?: string | null];

/** Tests a table of pages: the reason, its state, and that links come with a live one only. */
export function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    const named = cases.map(([name, reason, body, answer, target]) => ({ name, reason, body, answer, target }));
    it.each(named)('$name: $reason', ({ reason, body, answer, target }) => {
      const verdict = judge(body, answer, target);
      expect({ reason: verdict.reason, state: verdict.state }).toEqual({ reason, state: CHECK_REASONS[reason].state });
      expect(verdict.occurrences.length > 0).toBe(verdict.state === 'live');
      expect(verdict.evidence).not.toBe('');
    });
  });
}
