import type { MetaTag } from './markup-facts.ts';

/** What a page lets search engines do with it. */
export interface RobotsDirectives {
  readonly noindex: boolean;
  readonly nofollow: boolean;
  /** Where each restriction was found: `meta robots`, `meta googlebot`, `X-Robots-Tag`. */
  readonly evidence: readonly string[];
}

interface AgentRules {
  readonly agent: string | null;
  readonly directive: string;
}

/** Directives that carry a value behind a colon, which must not be taken for an agent's name. */
const VALUE_DIRECTIVES = new Set([
  'unavailable_after',
  'max-snippet',
  'max-image-preview',
  'max-video-preview',
  'noindex',
  'nofollow',
  'none',
]);

/**
 * The rules for Googlebot from `<meta name=robots>`, `<meta name=googlebot>` and X-Robots-Tag, general and its own
 * together: the most restrictive wins. `none` is noindex and nofollow.
 *
 * Source: developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
export function readRobotsDirectives(metas: readonly MetaTag[], headerValues: readonly string[]): RobotsDirectives {
  const found: { place: string; directive: string }[] = [];
  for (const meta of metas) {
    if (meta.isHttpEquiv || (meta.name !== 'robots' && meta.name !== 'googlebot')) continue;
    for (const directive of splitDirectives(meta.content)) found.push({ place: `meta ${meta.name}`, directive });
  }
  for (const rule of headerValues.flatMap(parseRobotsHeader)) {
    if (rule.agent !== null && rule.agent !== 'googlebot') continue;
    found.push({ place: 'X-Robots-Tag', directive: rule.directive });
  }
  const restrictions = found.filter(({ directive }) => ['noindex', 'nofollow', 'none'].includes(directive));
  return {
    noindex: restrictions.some(({ directive }) => directive !== 'nofollow'),
    nofollow: restrictions.some(({ directive }) => directive !== 'noindex'),
    evidence: [...new Set(restrictions.map(({ place, directive }) => `${place}: ${directive}`))],
  };
}

/** An X-Robots-Tag value: `googlebot: noindex, otherbot: nofollow` names an agent for what follows it. */
function parseRobotsHeader(value: string): AgentRules[] {
  let agent: string | null = null;
  const rules: AgentRules[] = [];
  for (const part of value.split(',')) {
    const named = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(part);
    const name = named?.[1]?.toLowerCase();
    if (name === undefined || VALUE_DIRECTIVES.has(name)) {
      rules.push({ agent, directive: part.trim().toLowerCase() });
      continue;
    }
    agent = name;
    rules.push({ agent, directive: (named?.[2] ?? '').trim().toLowerCase() });
  }
  return rules;
}

function splitDirectives(content: string): string[] {
  return content
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((directive) => directive !== '');
}
