import { hash } from 'node:crypto';
import { bodyKind, isXmlType } from '../../core/check/body-kind.ts';
import type { FetchedPage } from '../../core/check/fetch-outcome.ts';
import type { KnownPage } from '../../core/check/known-ground.ts';
import { type PageVerdict, pageVerdict } from '../../core/check/page-verdict.ts';
import type { PageFacts } from '../../core/html/page-reading.ts';
import { readPage } from '../../core/html/read-page.ts';
import type { Placement } from '../../core/model/placement.ts';
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
  readonly links: readonly LinkToFind[];
  /** What was known of the page before; null for nothing. */
  readonly known: KnownPage | null;
  /** When the answer came, in milliseconds since 1970. */
  readonly readAt: number;
}

/** What is to be found in one answer, beside the answer itself. */
export type PageWishes = Pick<AnswerToRead, 'links' | 'known' | 'readAt'>;

/** A link that is looked for. */
export interface LinkToFind {
  /** The client's page it should lead to; null where no export said. */
  readonly target: UrlIdentity | null;
  /** Where in the page it stood when it was last seen; nowhere known where absent. */
  readonly placement?: Placement | null;
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
  /** One for each of `links`. */
  readonly verdicts: readonly PageVerdict[];
}

/** Decodes, reads and judges an answer. The one place that spends time on text. */
export function readAnswer(answer: AnswerToRead, { sites, brandWords }: ReadingAim): ReadAnswer {
  const { bytes, links, known, readAt, ...said } = answer;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { text, charset } = decodeBody(body, said.contentType);
  const content = bodyKind(said.contentType, text);
  const { finalUrl, headers } = said;
  // An empty body may come with a header that leads on.
  const isRead = content !== 'other';
  const isXml = isXmlType(said.contentType);
  const reading = isRead ? readPage(text, { url: finalUrl, headers, isXml, readAt, sites, brandWords }) : null;
  const hasClientLinks = (reading?.links.length ?? 0) > 0;
  const page: FetchedPage = { ...said, kind: 'page', content };
  return {
    content,
    charset,
    sizeBytes: bytes.length,
    sha256: hash('sha256', body),
    facts: content === 'html' || content === 'empty' || hasClientLinks ? (reading?.facts ?? null) : null,
    hasClientLinks,
    verdicts: links.map((link) => pageVerdict(page, reading, { ...link, sites, known })),
  };
}
