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
  'max-snippet',
  'max-image-preview',
  'max-video-preview',
  'noindex',
  'nofollow',
  'none',
]);

const HIDING = new Set(['noindex', 'none', 'unavailable_after']);
const UNFOLLOWING = new Set(['nofollow', 'none']);

/**
 * The rules for Googlebot from `<meta name=robots>`, `<meta name=googlebot>` and X-Robots-Tag, general and its own
 * together: the most restrictive wins. `none` is noindex and nofollow, and so is `unavailable_after` noindex once its date is past.
 *
 * @param readAt when the page was read, in milliseconds since 1970; null where no date is to have passed
 *
 * Source: developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
export function readRobotsDirectives(
  metas: readonly MetaTag[],
  headerValues: readonly string[],
  readAt: number | null,
): RobotsDirectives {
  const found: { place: string; directive: string }[] = [];
  for (const meta of metas) {
    if (meta.isHttpEquiv || (meta.name !== 'robots' && meta.name !== 'googlebot')) continue;
    for (const directive of splitDirectives(settleDates(meta.content, readAt))) {
      found.push({ place: `meta ${meta.name}`, directive });
    }
  }
  for (const rule of headerValues.flatMap((value) => parseRobotsHeader(settleDates(value, readAt)))) {
    if (rule.agent !== null && rule.agent !== 'googlebot') continue;
    found.push({ place: 'X-Robots-Tag', directive: rule.directive });
  }
  const restrictions = found.filter(({ directive }) => HIDING.has(directive) || UNFOLLOWING.has(directive));
  return {
    noindex: restrictions.some(({ directive }) => HIDING.has(directive)),
    nofollow: restrictions.some(({ directive }) => UNFOLLOWING.has(directive)),
    evidence: [...new Set(restrictions.map(({ place, directive }) => `${place}: ${directive}`))],
  };
}

/** Dates hold blanks, commas and colons: one ends where the next directive or agent begins. */
const UNAVAILABLE_AFTER =
  /unavailable_after\s*:\s*(.*?)(?=[\s,]*(?:\b(?:no(?:index|follow|archive|snippet|imageindex|translate|ne)|index(?:ifembedded)?|follow|all|max-[\w-]+)\b|\b[\w-]+bot\s*:)|$)/gi;

/** Leaves of each date by which a page is to vanish from search only whether it has passed. */
function settleDates(value: string, readAt: number | null): string {
  return value.replace(UNAVAILABLE_AFTER, (_, date: string) =>
    readAt !== null && Date.parse(date.trim()) < readAt ? 'unavailable_after' : '',
  );
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
