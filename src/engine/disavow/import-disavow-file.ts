import { AppError } from '../../contract/app-error.ts';
import type { DisavowImportAnswer } from '../../contract/disavow.ts';
import { parentHost } from '../../core/disavow/covers.ts';
import type { DisavowFile } from '../../core/disavow/disavow-file.ts';
import { type ListedEntry, listDisavowEntries } from '../../core/disavow/list-disavow-entries.ts';
import { parseDisavowFile } from '../../core/disavow/parse-disavow-file.ts';
import { isHostOfSite, isPublicSuffix, registrableDomain, stripWww } from '../../core/url/host-name.ts';
import { canLookUpLinks } from '../db/coverage-queries.ts';
import { readVersion } from '../db/disavow-queries.ts';
import type { DisavowPlan } from '../db/import-disavow-entries.ts';
import type { ReadableDatabase } from '../db/project-database.ts';
import type { ProjectWriter } from '../db/project-writer.ts';
import { readSettings } from '../db/setting-queries.ts';
import { countEntries } from './disavow-versions.ts';

/** Largest file that is taken for a disavow file, in bytes: ten times what Google takes. */
export const LARGEST_DISAVOW_BYTES = 20_000_000;

/** An existing disavow file. */
export interface ForeignFile {
  /** As it came; kept byte for byte. */
  readonly body: Uint8Array;
  readonly fileName: string;
}

/**
 * Brings an existing file into a project: keeps it as a version and turns its entries into verdicts, as one decision.
 * Throws `cannot-read` for a file far beyond Google's limits, and `wrong-use` while a large import runs.
 *
 * - `domain:` with a registrable domain (`www.` in front is ignored: the site is surely meant) disavows that domain.
 * - `domain:` with another subdomain disavows the pages known below it, and is carried over as it stands, so that the next
 *   build still covers the subdomain as a whole.
 * - A URL disavows the links of its page, whatever spelling the exports have of it; below a `domain:` entry of the same
 *   file it adds nothing and is left out.
 * - What matches nothing is carried over. What covers something marked keep, the project's own sites or a whole public
 *   suffix is not applied, and said.
 */
export async function importDisavowFile(
  db: ReadableDatabase,
  writer: ProjectWriter,
  { body, fileName }: ForeignFile,
  now: string,
): Promise<DisavowImportAnswer> {
  if (body.length > LARGEST_DISAVOW_BYTES) {
    throw new AppError('cannot-read', `${fileName} is too large for a disavow file. Google takes 2,000,000 bytes.`);
  }
  if (!canLookUpLinks(db)) {
    throw new AppError('wrong-use', 'A large import is running. Bring the disavow file in when it has ended.');
  }
  const { sites } = readSettings(db);
  const file = parseDisavowFile(body);
  const { notApplied, ...plan } = planEntries(file, sites);
  const kept = { createdAt: now, origin: 'imported', fileName, body, entries: countEntries(file) } as const;
  const applied = await writer.run('importDisavowEntries', {
    ...plan,
    file: { ...kept, property: sites[0] ?? null },
  } satisfies DisavowPlan);
  const version = readVersion(db, applied.versionId)?.version;
  if (version === undefined) throw new Error(`Disavow version ${applied.versionId} is missing after it was kept.`);
  const entryAt = new Map([...plan.domains, ...plan.hosts, ...plan.pages].map(({ line, entry }) => [line, entry]));
  const conflicts = applied.kept.map((line) => ({
    line,
    entry: entryAt.get(line) ?? '',
    reason: 'marked-keep' as const,
  }));
  return {
    version,
    domains: applied.domains,
    links: applied.links,
    unmatched: applied.unmatched.length,
    conflicts: conflicts.length,
    notApplied: [...notApplied, ...conflicts].sort((a, b) => a.line - b.line),
  };
}

type PlannedEntries = Omit<DisavowPlan, 'file'> & Pick<DisavowImportAnswer, 'notApplied'>;

/** Sorts the entries of a file by what can become of them, each once. */
export function planEntries(file: DisavowFile, sites: readonly string[]): PlannedEntries {
  const entries = listDisavowEntries(file);
  const listed = new Set(entries.flatMap((entry) => (entry.kind === 'domain' ? [stripWww(entry.host)] : [])));
  const plan = { domains: [], hosts: [], pages: [], notApplied: [] } as Mutable<PlannedEntries>;
  const seen = new Set<string>();
  for (const listedEntry of entries) {
    const { line, comment: note } = listedEntry;
    const entry = normalised(listedEntry);
    if (seen.has(entry)) continue;
    seen.add(entry);
    const host = stripWww(listedEntry.host);
    const planned = { line, entry, note: note.slice(0, LONGEST_NOTE) };
    const refusal = refusalOf(listedEntry.kind, host, sites);
    if (refusal !== null) plan.notApplied.push({ line, entry, reason: refusal });
    else if (isBelow(host, listed, listedEntry.kind === 'url')) continue;
    else if (listedEntry.kind === 'url') plan.pages.push({ ...planned, key: listedEntry.urlKey });
    else if (registrableDomain(host) === host) plan.domains.push({ ...planned, name: host });
    else plan.hosts.push({ ...planned, host, domainName: registrableDomain(host) });
  }
  return plan;
}

type Mutable<Plan> = { -readonly [Key in keyof Plan]: Plan[Key] extends readonly (infer Item)[] ? Item[] : never };

/** As many characters as a person may write in the window. */
const LONGEST_NOTE = 2000;

function normalised(entry: ListedEntry): string {
  return entry.kind === 'domain' ? `domain:${stripWww(entry.host)}` : entry.url;
}

function refusalOf(kind: ListedEntry['kind'], host: string, sites: readonly string[]) {
  if (sites.some((site) => isHostOfSite(host, site) || (kind === 'domain' && isHostOfSite(site, host)))) {
    return 'own-site' as const;
  }
  return kind === 'domain' && isPublicSuffix(host) ? ('public-suffix' as const) : null;
}

/** True when a `domain:` entry that is applied covers the host; public suffixes are not applied. */
function isBelow(host: string, listed: ReadonlySet<string>, isPage: boolean): boolean {
  for (let name = isPage ? host : parentHost(host); name !== null; name = parentHost(name)) {
    if (listed.has(name) && !isPublicSuffix(name)) return true;
  }
  return false;
}
