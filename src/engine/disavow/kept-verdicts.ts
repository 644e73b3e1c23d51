import { parentHost } from '../../core/disavow/covers.ts';
import type { LintContext } from '../../core/disavow/lint-context.ts';
import { registrableDomain } from '../../core/url/host-name.ts';
import type { KnownLinks } from './known-links.ts';

/** What a project marks keep, as lint, repair and build ask for it. */
export function keptVerdicts(known: KnownLinks): NonNullable<LintContext['verdicts']> {
  const names = new Set<string>();
  for (const { name } of known.kept()) {
    for (let above: string | null = name; above !== null; above = parentHost(above)) names.add(above);
  }
  const isDomainKept = (host: string) => known.domain(registrableDomain(host))?.verdict === 'keep';
  return {
    keptDomain: (host) => names.has(host) || (known.below(host)?.kept ?? 0) > 0,
    keptUrl: (key) => (known.page(key)?.kept ?? 0) > 0 || isDomainKept(hostOfKey(key)),
  };
}

/** The host of an identity key such as `a.example:8080/path`. */
function hostOfKey(key: string): string {
  return key.slice(0, key.search(/[/:?]|$/));
}
