import type { LinkRow } from '../../contract/rows.ts';
import type { DataColumn } from '../components/data-table/data-column.ts';
import { formatDay, UNKNOWN } from '../format.ts';
import { NumberCell, PageText, ScoreCell, SourcesCell, StateCell, UrlCell, VerdictCell } from './cells.tsx';
import { EvidenceText } from './evidence-text.tsx';
import { ANCHOR_CLASS_WORDS, PLACEMENT_WORDS, reasonWords, STATE_WORDS, sourceWords, VERDICT_WORDS } from './words.ts';

/** The columns of backlinks, wherever they are listed. */
export const LINK_COLUMNS: readonly DataColumn<LinkRow>[] = [
  {
    id: 'url',
    title: 'Source page',
    width: 212,
    grow: 3,
    cell: (row) => <UrlCell url={row.sourceUrl} />,
    text: (row) => row.sourceUrl,
  },
  {
    id: 'anchor',
    title: 'Anchor',
    width: 116,
    grow: 1.5,
    cell: (row) => <PageText text={row.anchor} missing={row.anchor === null ? 'not known' : 'empty'} />,
    text: (row) => row.anchor ?? '',
  },
  {
    id: 'state',
    title: 'State',
    width: 98,
    cell: (row) => <StateCell state={row.state} reason={row.reason} />,
    text: (row) => STATE_WORDS[row.state],
  },
  {
    id: 'risk',
    title: 'Risk',
    width: 74,
    align: 'end',
    help: 'Risk signals from 0 to 100; open a row to see which.',
    cell: (row) => <ScoreCell score={row.risk} scale="risk" />,
    text: (row) => numberText(row.risk),
  },
  {
    id: 'quality',
    title: 'Quality',
    width: 74,
    align: 'end',
    help: 'From 0 to 100; open a row to see why.',
    cell: (row) => <ScoreCell score={row.quality} scale="quality" />,
    text: (row) => numberText(row.quality),
  },
  {
    id: 'verdict',
    title: 'Verdict',
    width: 144,
    cell: (row) => <VerdictCell verdict={row.verdict} note={row.note} />,
    text: (row) => VERDICT_WORDS[row.verdict],
  },
  {
    id: 'why',
    title: 'Why',
    width: 180,
    grow: 1.5,
    sortKey: null,
    help: 'The strongest risk signals.',
    cell: (row) => <WhyCell row={row} />,
    text: whyText,
  },
  {
    id: 'followed',
    title: 'Rel',
    width: 96,
    cell: (row) => <span title={row.rel.join(' ')}>{relText(row)}</span>,
    text: relText,
  },
  {
    id: 'sources',
    title: 'Sources',
    width: 132,
    descFirst: true,
    cell: (row) => <SourcesCell sources={row.sources} />,
    text: (row) => sourceWords(row.sources),
  },
  {
    id: 'firstseen',
    title: 'First seen',
    width: 104,
    align: 'end',
    cell: (row) => formatDay(row.firstSeen),
    text: (row) => row.firstSeen ?? '',
  },
  {
    id: 'target',
    title: 'Target',
    width: 220,
    isHidden: true,
    cell: (row) => <UrlCell url={row.targetUrl} missing="not known" />,
    text: (row) => row.targetUrl ?? '',
  },
  {
    id: 'domain',
    title: 'Referring domain',
    width: 160,
    isHidden: true,
    cell: (row) => <span title={row.sourceDomain}>{row.sourceDomain}</span>,
    text: (row) => row.sourceDomain,
  },
  {
    id: 'anchorclass',
    title: 'Anchor class',
    width: 120,
    isHidden: true,
    cell: (row) => ANCHOR_CLASS_WORDS[row.anchorClass],
    text: (row) => ANCHOR_CLASS_WORDS[row.anchorClass],
  },
  {
    id: 'placement',
    title: 'Placement',
    width: 110,
    isHidden: true,
    cell: (row) => PLACEMENT_WORDS[row.placement],
    text: (row) => PLACEMENT_WORDS[row.placement],
  },
  {
    id: 'reason',
    title: 'Check result',
    width: 220,
    isHidden: true,
    cell: (row) => <span title={reasonWords(row.reason)}>{reasonWords(row.reason)}</span>,
    text: (row) => reasonWords(row.reason),
  },
  {
    id: 'status',
    title: 'HTTP',
    width: 72,
    align: 'end',
    isHidden: true,
    cell: (row) => <span>{row.httpStatus ?? UNKNOWN}</span>,
    text: (row) => numberText(row.httpStatus),
  },
  {
    id: 'signals',
    title: 'Signals',
    width: 80,
    align: 'end',
    isHidden: true,
    cell: (row) => <NumberCell value={riskSignals(row).length} />,
    text: (row) => String(riskSignals(row).length),
  },
  {
    id: 'lastseen',
    title: 'Last seen',
    width: 104,
    align: 'end',
    isHidden: true,
    cell: (row) => formatDay(row.lastSeen),
    text: (row) => row.lastSeen ?? '',
  },
  {
    id: 'checked',
    title: 'Checked',
    width: 104,
    align: 'end',
    isHidden: true,
    cell: (row) => formatDay(row.lastChecked),
    text: (row) => row.lastChecked ?? '',
  },
];

function WhyCell({ row }: { readonly row: LinkRow }) {
  const text = whyText(row);
  return <EvidenceText text={text} title={text} />;
}

/** What the risk signals observed, the weightiest first. */
function whyText(row: LinkRow): string {
  return riskSignals(row)
    .sort((a, b) => b.weight - a.weight)
    .map((signal) => signal.evidence)
    .join('; ');
}

function riskSignals(row: LinkRow) {
  return row.signals.filter((signal) => signal.scale === 'risk' && signal.weight > 0);
}

function relText(row: LinkRow): string {
  if (row.rel.length > 0) return row.rel.join(' ');
  return row.followed === null ? UNKNOWN : row.followed ? 'followed' : 'nofollow';
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}
