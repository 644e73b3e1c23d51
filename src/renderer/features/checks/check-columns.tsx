import type { CheckRow } from '../../../contract/rows.ts';
import type { DataColumn } from '../../components/data-table/data-column.ts';
import { formatMilliseconds, formatMoment, UNKNOWN } from '../../format.ts';
import { StateCell, UrlCell } from '../../judging/cells.tsx';
import { changeWords, reasonWords, STATE_WORDS } from '../../judging/words.ts';

/** The columns of single checks. */
export const CHECK_COLUMNS: readonly DataColumn<CheckRow>[] = [
  {
    id: 'url',
    title: 'Source page',
    width: 212,
    grow: 2,
    cell: (row) => <UrlCell url={row.sourceUrl} />,
    text: (row) => row.sourceUrl,
  },
  {
    id: 'state',
    title: 'State',
    width: 92,
    cell: (row) => <StateCell state={row.state} reason={row.reason} />,
    text: (row) => STATE_WORDS[row.state],
  },
  {
    id: 'reason',
    title: 'Outcome',
    width: 196,
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
    cell: (row) => (
      <bdi dir="auto" title={row.changes.join('; ')}>
        {row.changes.map(changeWords).join('; ')}
      </bdi>
    ),
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
    cell: (row) => <bdi title={row.evidence}>{row.evidence}</bdi>,
    text: (row) => row.evidence,
  },
];
