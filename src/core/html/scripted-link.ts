import { stripWww } from '../url/host-name.ts';

const SCRIPTS = /<script\b([^>]*)>([\s\S]*?)<\/script/gi;
/** Data for search engines, which no script turns into links. */
const LINKED_DATA = /\btype\s*=\s*["']?application\/ld\+json/i;
const STATE = /\btype\s*=\s*["']?application\/json|window\.__\w+\s*=|__NEXT_DATA__|__NUXT__|__next_f\.push/;
const WRITES =
  /document\.write|innerHTML|outerHTML|insertAdjacentHTML|createElement\(\s*['"`]a['"`]|\.(?:append|prepend|html|attr)\(|\.appendChild\(|setAttribute\(\s*['"`]href|\.href\s*=/;
const MAX_SCRIPTS = 300;
const CONTEXT = 40;

/**
 * An address of one of the sites in a script that writes to the page, or in the data a script builds the page from: the
 * link may well be there once scripts have run. Null for none.
 */
export function findScriptedLink(html: string, sites: readonly string[]): string | null {
  const hosts = sites.map(stripWww);
  let asked = 0;
  for (const [, attributes = '', script = ''] of html.matchAll(SCRIPTS)) {
    if (++asked > MAX_SCRIPTS) return null;
    const at = LINKED_DATA.test(attributes) ? -1 : addressAt(script, hosts);
    if (at === -1 || !(STATE.test(attributes) || STATE.test(script) || WRITES.test(script))) continue;
    return script.slice(Math.max(0, at - CONTEXT), at + CONTEXT).trim();
  }
  return null;
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
