import type { MetaTag } from './markup-facts.ts';
import { resolveHref } from './page-links.ts';

/** A page's wish to be left for another address. */
export interface PageRefresh {
  readonly delaySeconds: number;
  readonly url: string;
  readonly via: 'meta-refresh' | 'refresh-header';
}

/**
 * The first refresh that leads to another address, from the Refresh header or `<meta http-equiv=refresh>`, read as the
 * HTML standard does: `5; url=/next`, `0,'/next'`, `0 /next`. A refresh of the page itself is none.
 */
export function readRefresh(
  metas: readonly MetaTag[],
  headerValues: readonly string[],
  baseUrl: string,
  pageUrl: string,
): PageRefresh | null {
  const candidates = [
    ...headerValues.map((value) => ({ value, via: 'refresh-header' as const })),
    ...metas
      .filter((meta) => meta.isHttpEquiv && meta.name === 'refresh')
      .map((meta) => ({ value: meta.content, via: 'meta-refresh' as const })),
  ];
  for (const { value, via } of candidates) {
    const parsed = parseRefresh(value);
    const url = parsed === null ? null : resolveHref(parsed.address, baseUrl);
    if (parsed === null || url === null) continue;
    url.hash = '';
    if (url.href !== pageUrl) return { delaySeconds: parsed.delaySeconds, url: url.href, via };
  }
  return null;
}

function parseRefresh(value: string): { delaySeconds: number; address: string } | null {
  const match = /^\s*(\d+(?:\.\d*)?|\.\d+)(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?(.*)$/is.exec(value);
  const rest = match?.[2]?.trim() ?? '';
  if (match === null || rest === '') return null;
  const quote = rest[0];
  const quoted = quote === '"' || quote === "'";
  const end = quoted ? rest.indexOf(quote, 1) : -1;
  const address = quoted ? rest.slice(1, end === -1 ? undefined : end) : rest;
  return { delaySeconds: Number(match[1]), address };
}
