import type { CheckRow } from '../../../contract/rows.ts';
import type { DataColumn } from '../../components/data-table/data-column.ts';
import { formatBytes, formatMilliseconds, formatMoment, formatNumber, UNKNOWN } from '../../format.ts';
import { NumberCell, PageText, StateCell, UrlCell } from '../../judging/cells.tsx';
import { EvidenceText } from '../../judging/evidence-text.tsx';
import { changeWords, reasonWords, STATE_WORDS } from '../../judging/words.ts';

/** The columns of single checks. */
export const CHECK_COLUMNS: readonly DataColumn<CheckRow>[] = [
  {
    id: 'url',
    title: 'Source page',
    width: 200,
    grow: 2,
    cell: (row) => <UrlCell url={row.sourceUrl} />,
    text: (row) => row.sourceUrl,
  },
  {
    id: 'state',
    title: 'State',
    width: 104,
    cell: (row) => <StateCell state={row.state} reason={row.reason} />,
    text: (row) => STATE_WORDS[row.state],
  },
  {
    id: 'reason',
    title: 'Outcome',
    width: 180,
    grow: 1,
    cell: (row) => <span title={reasonWords(row.reason)}>{reasonWords(row.reason)}</span>,
    text: (row) => reasonWords(row.reason),
  },
  {
    id: 'changes',
    title: 'Changed',
    width: 212,
    grow: 1.5,
    sortKey: null,
    cell: (row) => <EvidenceText text={row.changes.map(changeWords).join('; ')} title={row.changes.join('; ')} />,
    text: (row) => row.changes.join('; '),
  },
  {
    id: 'checked',
    title: 'Checked',
    width: 172,
    descFirst: true,
    cell: (row) => formatMoment(row.checkedAt),
    text: (row) => row.checkedAt,
  },
  {
    id: 'status',
    title: 'HTTP',
    width: 64,
    align: 'end',
    cell: (row) => <span>{row.httpStatus ?? UNKNOWN}</span>,
    text: (row) => (row.httpStatus === null ? '' : String(row.httpStatus)),
  },
  {
    id: 'duration',
    title: 'Time',
    width: 72,
    align: 'end',
    descFirst: true,
    cell: (row) => formatMilliseconds(row.durationMs),
    text: (row) => String(row.durationMs),
  },
  {
    id: 'evidence',
    title: 'Evidence',
    width: 240,
    grow: 1,
    sortKey: null,
    isHidden: true,
    cell: (row) => <EvidenceText text={row.evidence} title={row.evidence} />,
    text: (row) => row.evidence,
  },
  {
    id: 'redirects',
    title: 'Redirects',
    width: 88,
    align: 'end',
    descFirst: true,
    isHidden: true,
    cell: (row) => <NumberCell value={row.redirects} />,
    text: (row) => String(row.redirects),
  },
  {
    id: 'finalurl',
    title: 'Final URL',
    width: 240,
    grow: 1,
    isHidden: true,
    cell: (row) => <UrlCell url={row.finalUrl} />,
    text: (row) => row.finalUrl ?? '',
  },
  wordColumn('robots', 'robots.txt', 104, (row) => row.robots),
  wordColumn('googlebot', 'For Googlebot', 112, (row) => row.robotsGooglebot),
  wordColumn('metarobots', 'Meta robots', 120, (row) => row.metaRobots),
  {
    id: 'canonical',
    title: 'Canonical',
    width: 240,
    grow: 1,
    isHidden: true,
    cell: (row) => <UrlCell url={row.canonical} />,
    text: (row) => row.canonical ?? '',
  },
  {
    id: 'title',
    title: 'Title',
    width: 220,
    grow: 1,
    isHidden: true,
    cell: (row) => <PageText text={row.title} missing={UNKNOWN} />,
    text: (row) => row.title ?? '',
  },
  {
    id: 'size',
    title: 'Size',
    width: 80,
    align: 'end',
    descFirst: true,
    isHidden: true,
    cell: (row) => (row.sizeBytes === null ? UNKNOWN : formatBytes(row.sizeBytes)),
    text: (row) => (row.sizeBytes === null ? '' : String(row.sizeBytes)),
  },
  {
    id: 'job',
    title: 'Run',
    width: 64,
    align: 'end',
    descFirst: true,
    isHidden: true,
    help: 'The number of the run, as in job:12.',
    cell: (row) => formatNumber(row.job),
    text: (row) => (row.job === null ? '' : String(row.job)),
  },
];

/** A column of one short word, or of none where nobody told. */
function wordColumn(
  id: string,
  title: string,
  width: number,
  wordOf: (row: CheckRow) => string | null,
): DataColumn<CheckRow> {
  const text = (row: CheckRow) => wordOf(row) ?? '';
  return { id, title, width, isHidden: true, cell: (row) => wordOf(row) ?? UNKNOWN, text };
}
