import type { DomainRow } from '../../contract/rows.ts';
import type { DataColumn } from '../components/data-table/data-column.ts';
import { formatDay } from '../format.ts';
import styles from './cells.module.css';
import { NumberCell, ScoreCell, SourcesCell, VerdictCell } from './cells.tsx';
import { EvidenceText } from './evidence-text.tsx';
import { withoutTurning } from './quoted-text.ts';
import { sourceWords, suggestionWords, VERDICT_WORDS } from './words.ts';

/** The columns of referring domains, wherever they are listed. */
export const DOMAIN_COLUMNS: readonly DataColumn<DomainRow>[] = [
  {
    id: 'domain',
    title: 'Referring domain',
    width: 200,
    grow: 2,
    cell: (row) => (
      <span className={styles.domain} title={row.domain} dir="ltr">
        {row.domain}
      </span>
    ),
    text: (row) => row.domain,
  },
  countColumn('links', 'Links', (row) => row.links),
  countColumn('live', 'Live', (row) => row.live),
  {
    id: 'quality',
    title: 'Quality',
    width: 78,
    align: 'end',
    cell: (row) => <ScoreCell score={row.quality} scale="quality" />,
    text: (row) => String(row.quality ?? ''),
  },
  {
    id: 'risk',
    title: 'Risk',
    width: 78,
    align: 'end',
    cell: (row) => <ScoreCell score={row.risk} scale="risk" />,
    text: (row) => String(row.risk ?? ''),
  },
  {
    id: 'verdict',
    title: 'Verdict',
    width: 144,
    cell: (row) => <VerdictCell verdict={row.verdict} note={row.note} />,
    text: (row) => VERDICT_WORDS[row.verdict],
  },
  {
    id: 'suggestion',
    title: 'Suggestion',
    width: 200,
    grow: 2,
    help: 'What the signals suggest; the verdict is yours.',
    cell: (row) => (
      <span title={withoutTurning(row.suggestionReason)}>
        {suggestionWords(row.suggestion)}
        {row.suggestionReason !== '' && <EvidenceText className={styles.faint} text={` – ${row.suggestionReason}`} />}
      </span>
    ),
    text: (row) => suggestionWords(row.suggestion),
  },
  countColumn('pages', 'Pages', (row) => row.pages, true),
  countColumn('gone', 'Gone', (row) => row.gone),
  countColumn('unknown', 'Unknown', (row) => row.unknown, false, 80),
  countColumn('followed', 'Followed', (row) => row.followed, true, 80),
  {
    id: 'sources',
    title: 'Sources',
    width: 132,
    descFirst: true,
    cell: (row) => <SourcesCell sources={row.sources} />,
    text: (row) => sourceWords(row.sources),
  },
  countColumn('rank', 'Rank', (row) => row.rank, true),
  {
    id: 'firstseen',
    title: 'First seen',
    width: 104,
    align: 'end',
    cell: (row) => formatDay(row.firstSeen),
    text: (row) => row.firstSeen ?? '',
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
];

function countColumn(
  id: string,
  title: string,
  value: (row: DomainRow) => number | null,
  isHidden = false,
  width = 68,
): DataColumn<DomainRow> {
  return {
    id,
    title,
    width,
    align: 'end',
    isHidden,
    cell: (row) => <NumberCell value={value(row)} />,
    text: (row) => String(value(row) ?? ''),
  };
}
