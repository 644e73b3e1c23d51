import type { FetchedPage } from '../../core/check/fetch-outcome.ts';
import type { PageVerdict } from '../../core/check/page-verdict.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import type { CheckSession } from './check-session.ts';
import { fetchPage } from './fetch-page.ts';
import { type PageToCheck, wishesFor } from './page-check.ts';
import type { ReadAnswer } from './read-answer.ts';

/** A page as the browser showed it. */
export interface RenderedLook {
  readonly outcome: FetchedPage;
  readonly read: ReadAnswer;
}

/** Reasons by which the raw HTML may hold less than a browser shows. */
const SCRIPT_REASONS: ReadonlySet<CheckReason> = new Set(['javascript-page', 'javascript-comments', 'thin-page']);

/** True where the raw HTML was read and what it lacks may be written by scripts. */
export function isScriptPage(read: ReadAnswer | null): read is ReadAnswer {
  return read?.verdicts.some(({ reason }) => SCRIPT_REASONS.has(reason)) ?? false;
}

/**
 * Looks again at a page that scripts write, in the browser of the session; null where there is none or the page does not load.
 * What the scripts ask for is asked under the same rules as the page. Being seen makes a link live; not being seen proves
 * nothing here, since a page does not get everything it wants.
 */
export async function lookInBrowser(
  page: PageToCheck,
  raw: { readonly outcome: FetchedPage; readonly read: ReadAnswer },
  session: CheckSession,
): Promise<RenderedLook | null> {
  const { connections, settings, signal, robots } = session;
  const ask = async (url: string) => {
    const mayFetch = async (hop: URL) => (await robots.judge(hop)).problem;
    const request = { url, chain: [], mayFetch, signal, accept: '*/*' };
    const answer = await fetchPage(connections, request, settings);
    return answer.kind === 'body' ? answer : null;
  };
  const rendered = (await session.renderer?.render(raw.outcome.finalUrl, ask)) ?? null;
  signal.throwIfAborted();
  if (rendered === null) return null;
  const { kind: _, content: __, ...said } = raw.outcome;
  const answer = { ...said, finalUrl: rendered.url, contentType: 'text/html; charset=utf-8' };
  const read = await session.reader.read({
    ...answer,
    bytes: Buffer.from(rendered.html),
    ...wishesFor(page, session.now()),
  });
  const verdicts = read.verdicts.map((verdict, index) => renderedVerdict(verdict, raw.read.verdicts[index]));
  return { outcome: { ...answer, kind: 'page', content: 'html' }, read: { ...read, verdicts } };
}

function renderedVerdict(seen: PageVerdict, raw: PageVerdict | undefined): PageVerdict {
  if (seen.state === 'live') {
    const reason = seen.reason === 'present' ? 'present-rendered' : seen.reason;
    return { ...seen, reason, evidence: `once its scripts have run: ${seen.evidence}` };
  }
  const first = raw ?? seen;
  return { ...first, evidence: `${first.evidence}; not there once its scripts have run either` };
}
