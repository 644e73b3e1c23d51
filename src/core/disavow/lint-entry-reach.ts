import { isIpHost, registrableDomain, stripWww } from '../url/host-name.ts';
import type { DomainLine, EntryLine, UrlLine } from './disavow-file.ts';
import type { HostFacts } from './entry-risk.ts';
import type { LinkSummary, LintContext } from './lint-context.ts';
import { type Finding, finding, quote } from './lint-finding.ts';

/** The rules on what one entry covers: E7, W1 to W4, W8, W11. `number` is the 1-based line. */
export function lintReach(line: EntryLine, number: number, hosts: HostFacts, context: LintContext): Finding[] {
  const found =
    line.kind === 'domain' ? lintDomain(line, number, hosts, context) : lintPage(line, number, hosts, context);
  const idle = explainIdle(line, context);
  return idle === null ? found : [...found, finding(number, line.start, 'W8', idle, { fix: '', isFixSafe: false })];
}

function lintDomain(line: DomainLine, number: number, hosts: HostFacts, context: LintContext): Finding[] {
  const { host, start } = line;
  const found: Finding[] = [];
  const isOwn = hosts.isOwn(host);
  if (isOwn) {
    const message = `${quote(host)} covers the project's own site. Delete the line.`;
    found.push(finding(number, start, 'E7', message, { fix: '', isFixSafe: false }));
  }
  const isSuffix = hosts.isSuffix(host);
  if (isSuffix) found.push(finding(number, start, 'W2', explainSuffix(host)));
  else if (hosts.isWellKnown(host)) {
    const message = `${quote(host)} is a shared platform or well-known site; the entry covers everybody on it. List the subdomain or the pages that are meant.`;
    found.push(finding(number, start, 'W3', message));
  }
  if (context.verdicts?.keptDomain(host) === true) {
    const message = `The project marks ${quote(host)}, or something on it, as keep. Change that verdict or delete the line.`;
    found.push(finding(number, start, 'W4', message, { fix: '', isFixSafe: false }));
  }
  if (isNeedlessWww(host)) found.push(lintWww(line, number, hosts));
  return found;
}

function explainSuffix(host: string): string {
  return host.includes('.')
    ? `${quote(host)} is a public suffix: the entry covers every site whose name ends in .${host}. List the sites that are meant.`
    : `${quote(host)} is a whole top-level domain: Google disavows every site in it without asking. List the sites that are meant.`;
}

/** True for `www.` in front of a registrable domain, where a site's owner and a spammer both mean the site. */
function isNeedlessWww(host: string): boolean {
  const root = stripWww(host);
  return root !== host && !isIpHost(root) && registrableDomain(host) === root;
}

function lintWww(line: DomainLine, number: number, hosts: HostFacts): Finding {
  const root = stripWww(line.host);
  const message = `The entry covers ${quote(line.host)} only. Write domain:${root} to cover the site with every subdomain.`;
  return finding(
    number,
    line.start,
    'W11',
    message,
    hosts.isRisky(root) ? null : { fix: `domain:${root}`, isFixSafe: false },
  );
}

function lintPage(line: UrlLine, number: number, hosts: HostFacts, context: LintContext): Finding[] {
  const { identity, start } = line;
  const found: Finding[] = [];
  if (hosts.isOwn(identity.host)) {
    const message = `The page is on the project's own site ${quote(identity.host)}. Delete the line.`;
    found.push(finding(number, start, 'E7', message, { fix: '', isFixSafe: false }));
  }
  const folder = explainFolder(identity.url);
  if (folder !== null) {
    const canWiden = !hosts.isRisky(stripWww(identity.host));
    const fix = canWiden ? { fix: `domain:${stripWww(identity.host)}`, isFixSafe: false } : null;
    const end = line.written.split('#', 1)[0]?.length ?? 1;
    found.push(finding(number, start + end - 1, 'W1', folder, fix));
  }
  if (context.verdicts?.keptUrl(identity.key) === true) {
    const message = 'The project marks this page, or its domain, as keep. Change that verdict or delete the line.';
    found.push(finding(number, start, 'W4', message, { fix: '', isFixSafe: false }));
  }
  return found;
}

/**
 * Home pages, and paths that end in a slash after a short plain word. Blogs end the addresses of single posts in a slash
 * as well: a last part with hyphens or digits is taken for a post and left alone.
 */
function explainFolder(url: string): string | null {
  const path = /^[a-z]+:\/\/[^/?#]*(\/[^?#]*)$/.exec(url)?.[1];
  if (path === undefined || !path.endsWith('/')) return null;
  if (path === '/') return 'The URL covers the home page only. Use domain: if the whole site is meant.';
  const lastPart = path.split('/').at(-2) ?? '';
  return /^[a-z_]{1,20}$/i.test(lastPart)
    ? 'The URL looks like a folder, but covers that one page and nothing below it. Use domain: if the whole site is meant.'
    : null;
}

function explainIdle(line: EntryLine, context: LintContext): string | null {
  const host = line.kind === 'domain' ? line.host : line.identity.host;
  const isUnknown = 'No known backlink comes from here; the line does nothing for the links in the project.';
  if (context.knowsDomain?.(host) === false) return isUnknown;
  const links = context.linksOf?.(line) ?? null;
  if (links === null) return null;
  if (countLinks(links) === 0) return isUnknown;
  if (links.live > 0 || links.unknown > 0) return null;
  return `None of the known links counts any more (${describeLinks(links)}). The line may no longer be needed.`;
}

function countLinks({ live, nofollow, noindex, gone, unknown }: LinkSummary): number {
  return live + nofollow + noindex + gone + unknown;
}

function describeLinks({ gone, nofollow, noindex }: LinkSummary): string {
  const parts = [
    [gone, 'gone'],
    [nofollow, 'nofollow'],
    [noindex, 'on noindex pages'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
}
