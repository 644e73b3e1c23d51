import { stripWww } from '../url/host-name.ts';

/** Data for search engines, which no script turns into links. */
const LINKED_DATA = /\btype\s*=\s*["']?application\/ld\+json/i;
const STATE = /\btype\s*=\s*["']?application\/json|window\.__\w+\s*=|__NEXT_DATA__|__NUXT__|__next_f\.push/;
const WRITES =
  /document\.write|innerHTML|outerHTML|insertAdjacentHTML|createElement\(\s*['"`]a['"`]|\.(?:append|prepend|html|attr)\(|\.appendChild\(|setAttribute\(\s*['"`]href|\.href\s*=/;
const MAX_SCRIPTS = 300;
const CONTEXT = 40;
const MAX_TAG = 1_000;

/**
 * An address of one of the sites in a script that writes to the page, or in the data a script builds the page from: the
 * link may well be there once scripts have run. Null for none.
 */
export function findScriptedLink(html: string, sites: readonly string[]): string | null {
  const hosts = sites.map(stripWww);
  for (const { attributes, script } of scriptsOf(html)) {
    const at = LINKED_DATA.test(attributes) ? -1 : addressAt(script, hosts);
    if (at === -1 || !(STATE.test(attributes) || STATE.test(script) || WRITES.test(script))) continue;
    return script.slice(Math.max(0, at - CONTEXT), at + CONTEXT).trim();
  }
  return null;
}

interface Script {
  readonly attributes: string;
  readonly script: string;
}

/** Closed script elements, found without a pattern, which unclosed ones would make slow. */
function scriptsOf(html: string): Script[] {
  const lower = html.toLowerCase();
  const scripts: Script[] = [];
  for (let at = lower.indexOf('<script'); at !== -1 && scripts.length < MAX_SCRIPTS; ) {
    const start = lower.indexOf('>', at);
    const end = start === -1 ? -1 : lower.indexOf('</script', start);
    if (end === -1) break;
    scripts.push({ attributes: html.slice(at, Math.min(start, at + MAX_TAG)), script: html.slice(start + 1, end) });
    at = lower.indexOf('<script', end);
  }
  return scripts;
}

/** Where a script names a host the way addresses do; slashes may be escaped. */
function addressAt(script: string, hosts: readonly string[]): number {
  for (const host of hosts) {
    for (let at = script.indexOf(host); at !== -1; at = script.indexOf(host, at + 1)) {
      if (/(?:\/|%2F)(?:[\w-]+\.)*$/i.test(script.slice(Math.max(0, at - 60), at))) return at;
    }
  }
  return -1;
}
