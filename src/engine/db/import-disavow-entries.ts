import { parentHost } from '../../core/disavow/covers.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { addCarried, type CarriedEntry } from './carried-entries.ts';
import { type KeptFile, keepVersion } from './disavow-queries.ts';
import type { WritableDatabase } from './project-database.ts';
import { recordDecision } from './verdict-queries.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * Turns the entries of an existing disavow file into verdicts, as one decision that can be undone, and keeps the file. What
 * a person marked keep is left alone with everything an entry would take along.
 */

interface PlannedEntry {
  /** 1-based line of the file. */
  readonly line: number;
  /** Normalised entry, as it is carried over where no verdict can stand for it. */
  readonly entry: string;
  /** What the file says about it; becomes the note where there is none. */
  readonly note: string;
}

/** What a file asks for, each thing once. */
export interface DisavowPlan {
  readonly file: KeptFile;
  readonly domains: readonly (PlannedEntry & { readonly name: string })[];
  /** Subdomains, each with its registrable domain. */
  readonly hosts: readonly (PlannedEntry & { readonly host: string; readonly domainName: string })[];
  /** Pages by identity key. */
  readonly pages: readonly (PlannedEntry & { readonly key: string })[];
}

/** What became of a plan. */
export interface AppliedPlan {
  readonly versionId: number;
  /** Domains that are disavowed because of the file, those that were before included. */
  readonly domains: number;
  /** Links that are, by their domain or page. */
  readonly links: number;
  /** Lines that match nothing in the project. */
  readonly unmatched: readonly number[];
  /** Lines that were not applied because something they cover is marked keep. */
  readonly kept: readonly number[];
}

/** Applies a plan in one transaction. */
export function importDisavowEntries(db: WritableDatabase, plan: DisavowPlan): AppliedPlan {
  return writeTransaction(db, () => {
    const outcome = { domains: 0, links: 0, unmatched: [] as number[], kept: [] as number[] };
    const carried: CarriedEntry[] = [];
    const carry = ({ entry, note }: PlannedEntry, isMatched: boolean) => carried.push({ entry, note, isMatched });
    const leave = (planned: PlannedEntry) => {
      outcome.unmatched.push(planned.line);
      carry(planned, false);
    };
    const { fileName, createdAt } = plan.file;
    const decisionId = recordDecision(db, createdAt, (id) => {
      const record = prepareChanges(db, id);
      for (const planned of plan.domains) {
        const domain = record.domain(planned.name, planned.note);
        if (domain === 'unknown') leave(planned);
        else if (domain === 'kept') outcome.kept.push(planned.line);
        else {
          outcome.domains += 1;
          outcome.links += domain.links;
        }
      }
      for (const [domainName, hosts] of Map.groupBy(plan.hosts, (planned) => planned.domainName)) {
        const found = record.hosts(domainName, new Map(hosts.map((planned) => [planned.host, planned.note])));
        for (const planned of hosts) {
          const fate = found.get(planned.host);
          if (fate === undefined) leave(planned);
          else if (fate === 'kept') outcome.kept.push(planned.line);
          else {
            carry(planned, true);
            outcome.links += fate.links;
          }
        }
      }
      for (const planned of plan.pages) {
        const page = record.page(planned.key, planned.note);
        if (page === 'unknown') leave(planned);
        else if (page === 'kept') outcome.kept.push(planned.line);
        else outcome.links += page.links;
      }
      return `Imported ${fileName}: ${count(outcome.links, 'link')} of disavowed domains and pages`;
    });
    addCarried(db, { fileName, decisionId, entries: carried });
    return { versionId: keepVersion(db, plan.file), ...outcome };
  });
}

type Fate = 'unknown' | 'kept' | { readonly links: number };

interface LinkState {
  readonly id: number;
  readonly verdict: Verdict;
}

/** The statements that note changes of one decision. */
function prepareChanges(db: WritableDatabase, decisionId: number) {
  const readDomain = db.prepare<[string], { id: number; verdict: Verdict; links: number; kept: number }>(
    `SELECT id, verdict, (SELECT count(*) FROM backlink WHERE domain_id = domain.id) AS links,
      EXISTS (SELECT 1 FROM backlink WHERE domain_id = domain.id AND verdict = 'keep') AS kept
      FROM domain WHERE name = ?`,
  );
  const changeDomain = db.prepare(
    `INSERT INTO decision_change SELECT ?, 'domain', id, verdict, note, decided_at, 'disavow-domain',
      iif(note = '', ?, note) FROM domain WHERE id = ?`,
  );
  const clearLinks = db.prepare(
    `INSERT INTO decision_change SELECT ?, 'link', id, link_verdict, note, decided_at, 'none', note FROM backlink
      WHERE domain_id = ? AND link_verdict <> 'none'`,
  );
  const changeLink = db.prepare(
    `INSERT OR IGNORE INTO decision_change SELECT ?, 'link', id, link_verdict, note, decided_at, 'disavow-url',
      iif(note = '', ?, note) FROM backlink WHERE id = ?`,
  );
  const linksOfDomain = db.prepare<[string], LinkState & { host: string }>(
    `SELECT b.id, b.verdict, p.host FROM domain d JOIN page p ON p.domain_id = d.id JOIN backlink b ON b.page_id = p.id
      WHERE d.name = ?`,
  );
  const linksOfPage = db.prepare<[string], LinkState>(
    'SELECT b.id, b.verdict FROM page p JOIN backlink b ON b.page_id = p.id WHERE p.key = ?',
  );

  function disavowLinks(links: readonly LinkState[], note: string): Fate {
    if (links.length === 0) return 'unknown';
    if (links.some(({ verdict }) => verdict === 'keep')) return 'kept';
    for (const { id, verdict } of links) {
      if (!isDisavowed(verdict)) changeLink.run(decisionId, note, id);
    }
    return { links: links.length };
  }

  return {
    domain(name: string, note: string): Fate {
      const domain = readDomain.get(name);
      if (domain === undefined) return 'unknown';
      if (domain.verdict === 'keep' || domain.kept === 1) return 'kept';
      if (domain.verdict !== 'disavow-domain') {
        changeDomain.run(decisionId, note, domain.id);
        clearLinks.run(decisionId, domain.id);
      }
      return { links: domain.links };
    },
    /** The fate of the known ones among some subdomains of a domain, given with their notes. */
    hosts(domainName: string, notes: ReadonlyMap<string, string>): Map<string, Exclude<Fate, 'unknown'>> {
      const linksByHost = new Map<string, LinkState[]>();
      for (const link of linksOfDomain.iterate(domainName)) {
        const host = nearestListed(link.host, notes);
        if (host === null) continue;
        const known = linksByHost.get(host);
        if (known === undefined) linksByHost.set(host, [link]);
        else known.push(link);
      }
      const fates = new Map<string, Exclude<Fate, 'unknown'>>();
      for (const [host, links] of linksByHost) {
        const fate = disavowLinks(links, notes.get(host) ?? '');
        if (fate !== 'unknown') fates.set(host, fate);
      }
      return fates;
    },
    page: (key: string, note: string): Fate => disavowLinks(linksOfPage.all(key), note),
  };
}

function isDisavowed(verdict: Verdict): boolean {
  return verdict === 'disavow-domain' || verdict === 'disavow-url';
}

function nearestListed(host: string, listed: ReadonlyMap<string, string>): string | null {
  for (let name: string | null = host; name !== null; name = parentHost(name)) if (listed.has(name)) return name;
  return null;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
