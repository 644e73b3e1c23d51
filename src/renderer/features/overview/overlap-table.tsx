import { sourceFilter } from '../../../core/model/source-overlap.ts';
import type { Vendor } from '../../../core/model/vendor.ts';
import { formatCount, formatList, formatNumber } from '../../format.ts';
import { VENDOR_WORDS } from '../../judging/words.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import styles from './overview-screen.module.css';

/** Some sources with what they know; `…OnlyHere` what no other does. */
export interface OverlapRow {
  readonly sources: readonly Vendor[];
  readonly links: number;
  readonly linksOnlyHere: number;
  readonly domains: number;
  readonly domainsOnlyHere: number;
}

export interface OverlapTableProps {
  readonly label: string;
  readonly firstColumn: string;
  /** Shows only what no other source knows. */
  readonly isExact?: boolean;
  readonly rows: readonly OverlapRow[];
}

/** Counts of links and domains by source; each opens the links or domains it counts. The most links come first. */
export function OverlapTable({ label, firstColumn, isExact = false, rows }: OverlapTableProps) {
  const columns = COUNTS.filter(({ isAlone }) => isAlone || !isExact);
  const sorted = rows.toSorted((one, other) => other.links - one.links || other.domains - one.domains);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={styles.names}>
            {firstColumn}
          </th>
          {columns.map(({ unit, isAlone }) => (
            <th
              key={`${unit} ${isAlone}`}
              scope="col"
              className={styles.end}
              aria-label={`${COLUMN_WORDS[unit]}${isAlone ? ' only here' : ''}`}
            >
              {isAlone && !isExact ? 'Only here' : COLUMN_WORDS[unit]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={row.sources.join()}>
            <th scope="row" className={styles.names} title={namesOf(row)}>
              {namesOf(row)}
            </th>
            {columns.map((column) => (
              <td key={`${column.unit} ${column.isAlone}`} className={styles.end}>
                <OverlapCount row={row} {...column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CountColumn {
  readonly unit: 'link' | 'domain';
  readonly isAlone: boolean;
  readonly count: (row: OverlapRow) => number;
}

const COLUMN_WORDS = { link: 'Links', domain: 'Domains' } as const;

const COUNTS: readonly CountColumn[] = [
  { unit: 'link', isAlone: false, count: ({ links }) => links },
  { unit: 'link', isAlone: true, count: ({ linksOnlyHere }) => linksOnlyHere },
  { unit: 'domain', isAlone: false, count: ({ domains }) => domains },
  { unit: 'domain', isAlone: true, count: ({ domainsOnlyHere }) => domainsOnlyHere },
];

function OverlapCount({ row, unit, isAlone, count }: CountColumn & { readonly row: OverlapRow }) {
  const { navigate } = useNavigation();
  const counted = count(row);
  if (counted === 0) return formatNumber(counted);
  const who = isAlone ? `only ${namesOf(row)}` : namesOf(row);
  return (
    <button
      type="button"
      className={styles.count}
      aria-label={`${formatCount(counted, unit)} known to ${who}`}
      onClick={() =>
        navigate(unit === 'link' ? 'backlinks' : 'domains', { filter: sourceFilter(row.sources, isAlone) })
      }
    >
      {formatNumber(counted)}
    </button>
  );
}

function namesOf({ sources }: OverlapRow): string {
  return formatList(sources.map((source) => VENDOR_WORDS[source]));
}
