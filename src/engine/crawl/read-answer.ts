import { hash } from 'node:crypto';
import { bodyKind } from '../../core/check/body-kind.ts';
import type { FetchedPage } from '../../core/check/fetch-outcome.ts';
import { type PageVerdict, pageVerdict } from '../../core/check/page-verdict.ts';
import type { PageFacts, PageReading } from '../../core/html/page-reading.ts';
import { readPage } from '../../core/html/read-page.ts';
import type { UrlIdentity } from '../../core/url/url-identity.ts';
import { decodeBody } from './decode-body.ts';

/** What every page of one crawl is read for: links to the sites, mentions of the words. */
export interface ReadingAim {
  readonly sites: readonly string[];
  readonly brandWords: readonly string[];
}

/** An answer as it came, with the links that are looked for in it. Plain data: it crosses to a thread. */
export interface AnswerToRead extends Omit<FetchedPage, 'kind' | 'content'> {
  /** The unpacked body. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The client's page each link should lead to; null where no export said. */
  readonly targets: readonly (UrlIdentity | null)[];
}

/** What an answer says, without its text. Small and plain: it crosses back, and outlives the page. */
export interface ReadAnswer {
  readonly content: FetchedPage['content'];
  readonly charset: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Null where the body is not HTML. */
  readonly facts: PageFacts | null;
  readonly hasClientLinks: boolean;
  /** One for each of `targets`. */
  readonly verdicts: readonly PageVerdict[];
}

/** Decodes, reads and judges an answer. The one place that spends time on text. */
export function readAnswer(answer: AnswerToRead, { sites, brandWords }: ReadingAim): ReadAnswer {
  const { bytes, targets, ...said } = answer;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { text, charset } = decodeBody(body, said.contentType);
  const content = bodyKind(said.contentType, text);
  const { finalUrl, headers } = said;
  const isRead = content === 'html' || content === 'undecodable';
  const reading = isRead ? readPage(text, { url: finalUrl, headers, sites, brandWords }) : null;
  const hasClientLinks = (reading?.links.length ?? 0) > 0;
  const page: FetchedPage = { ...said, kind: 'page', content };
  return {
    content,
    charset,
    sizeBytes: bytes.length,
    sha256: hash('sha256', body),
    facts: content === 'html' || hasClientLinks ? (reading?.facts ?? null) : null,
    hasClientLinks,
    verdicts: judgeTargets(page, reading, targets, sites),
  };
}

function judgeTargets(
  page: FetchedPage,
  reading: PageReading | null,
  targets: readonly (UrlIdentity | null)[],
  sites: readonly string[],
): PageVerdict[] {
  return targets.map((target) => pageVerdict(page, reading, { target, sites }));
}
