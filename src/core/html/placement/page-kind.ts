import { registrableDomain } from '../../url/host-name.ts';
import type { PageWalk } from '../page-walk.ts';
import type { PlacementFinding } from './finding.ts';

const PRESS_RELEASE_DOMAINS = new Set([
  'prnewswire.com',
  'prnewswire.co.uk',
  'businesswire.com',
  'globenewswire.com',
  'prweb.com',
  'einpresswire.com',
  'einnews.com',
  'openpr.com',
  'openpr.de',
  'prlog.org',
  '24-7pressrelease.com',
  'accesswire.com',
  'newswire.com',
  'newswire.ca',
  'presseportal.de',
  'presseportal.ch',
  'pressebox.de',
  'pr.com',
  'issuewire.com',
  'prurgent.com',
  'free-press-release.com',
  'marketwired.com',
  'pressat.co.uk',
  'responsesource.com',
]);

const FORUM_GENERATORS =
  /\b(?:phpbb|vbulletin|xenforo|discourse|smf|simple machines|invision|ips community|mybb|flarum|nodebb|vanilla)\b/i;
const FORUM_PATHS = /\/(?:viewtopic|showthread|forumdisplay|viewforum)\.php|\/(?:threads?|topics?|forums?|t)\/[^/]+/i;
const PROFILE_PATHS =
  /\/(?:users?|profiles?|members?|author|u|people)(?:\/|$)[^/]*\/?$|^\/@[\w.-]+\/?$|\/(?:member|profile|memberlist)\.php/i;
const DIRECTORY_PATHS =
  /\/(?:directory|directories|listings?|links?-directory|business-directory|web-directory|annuaire|verzeichnis|branchenbuch)(?:\/|$)/i;
const DIRECTORY_TITLES =
  /\b(?:web|link|business|company|site|blog|free|online)\s+directory\b|\bdirectory of\b|\bannuaire\b|\bbranchenbuch\b/i;

/** What kind of page a link in its content stands on, where address, generator or text give it away; else null. */
export function pageKindOf(pageUrl: URL, walk: PageWalk): PlacementFinding | null {
  return (
    pressReleaseKind(pageUrl, walk) ?? forumKind(pageUrl, walk) ?? profileKind(pageUrl) ?? directoryKind(pageUrl, walk)
  );
}

function pressReleaseKind(pageUrl: URL, walk: PageWalk): PlacementFinding | null {
  const domain = registrableDomain(pageUrl.hostname);
  if (PRESS_RELEASE_DOMAINS.has(domain))
    return { placement: 'press-release', evidence: `press release service ${domain}` };
  return /\bfor immediate release\b/i.test(walk.text.slice(0, 4_000))
    ? { placement: 'press-release', evidence: 'the page says "for immediate release"' }
    : null;
}

function forumKind(pageUrl: URL, walk: PageWalk): PlacementFinding | null {
  const generator = walk.markup.metas.find((meta) => meta.name === 'generator')?.content ?? '';
  const software = FORUM_GENERATORS.exec(generator)?.[0];
  if (software !== undefined) return { placement: 'forum', evidence: `page made by ${software}` };
  const path = FORUM_PATHS.exec(pageUrl.pathname)?.[0];
  return path === undefined ? null : { placement: 'forum', evidence: `address holds ${path}` };
}

function profileKind(pageUrl: URL): PlacementFinding | null {
  const path = PROFILE_PATHS.exec(pageUrl.pathname)?.[0];
  return path === undefined ? null : { placement: 'profile', evidence: `address holds ${path}` };
}

function directoryKind(pageUrl: URL, walk: PageWalk): PlacementFinding | null {
  const path = DIRECTORY_PATHS.exec(pageUrl.pathname)?.[0];
  if (path !== undefined) return { placement: 'directory', evidence: `address holds ${path}` };
  const title = DIRECTORY_TITLES.exec(walk.markup.title ?? '')?.[0];
  return title === undefined ? null : { placement: 'directory', evidence: `the title says "${title}"` };
}
