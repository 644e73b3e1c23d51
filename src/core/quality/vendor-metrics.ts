import type { LinkFacts, Metrics } from './link-facts.ts';

/** One metric as its vendor names and scales it. */
export interface VendorMetric {
  readonly name: string;
  readonly value: number;
}

/** The spellings of each metric across export generations, the most specific first. */
export const METRIC_SPELLINGS = {
  ahrefsDomainRating: ['Domain rating', 'Domain Rating', 'DR', 'domain_rating_source'],
  ahrefsUrlRating: ['UR', 'URL Rating', 'URL Rating (desc)', 'url_rating_source'],
  semrushAuthority: [
    'Domain ascore',
    'domain_ascore',
    'Authority Score',
    'Domain AS',
    'Page ascore',
    'page_ascore',
    'Page AS',
    'AS',
  ],
  majesticTrustFlow: ['Domain Trust Flow', 'Source Trust Flow', 'SourceTrustFlow', 'Trust Flow', 'TrustFlow', 'TF'],
  majesticCitationFlow: [
    'Domain Citation Flow',
    'Source Citation Flow',
    'SourceCitationFlow',
    'Citation Flow',
    'CitationFlow',
    'CF',
  ],
  mozDomainAuthority: ['Domain Authority', 'DA'],
  mozPageAuthority: ['Page Authority', 'PA'],
  mozSpamScore: ['Spam Score', 'Spam score'],
  semrushToxicity: ['Toxicity Score', 'Toxic Score', 'TS'],
} as const satisfies Record<string, readonly string[]>;
export type MetricKey = keyof typeof METRIC_SPELLINGS;

const AHREFS_SPAM = ['Is spam', 'Is Spam'];

/** The names of all metrics that judgements ask for. */
export const JUDGED_METRICS: ReadonlySet<string> = new Set([...Object.values(METRIC_SPELLINGS).flat(), ...AHREFS_SPAM]);

/** A metric of the link, or else of its domain; null when no export told it or it is no number. */
export function metricOf(facts: LinkFacts, key: MetricKey): VendorMetric | null {
  return readMetric(facts.metrics, METRIC_SPELLINGS[key]) ?? readMetric(facts.domain.metrics, METRIC_SPELLINGS[key]);
}

/** Ahrefs' own mark of a spam domain; null when no export told it. */
export function ahrefsSpamMark(facts: LinkFacts): boolean | null {
  for (const name of AHREFS_SPAM) {
    const value = facts.metrics[name] ?? facts.domain.metrics[name];
    if (value !== undefined && value !== '') return value === 1 || /^(?:true|yes|1)$/i.test(String(value));
  }
  return null;
}

function readMetric(metrics: Metrics, names: readonly string[]): VendorMetric | null {
  for (const name of names) {
    const raw = metrics[name];
    if (raw === undefined || raw === '') continue;
    const value = typeof raw === 'number' ? raw : Number(raw.replace(/%$/, ''));
    if (Number.isFinite(value)) return { name, value };
  }
  return null;
}
