import { filterChips } from '../../core/filter/filter-chips.ts';
import type { FilterTable } from '../../core/filter/filter-keys.ts';
import { Icon } from '../components/icon.tsx';
import styles from './filter-box.module.css';

export interface FilterChipListProps {
  readonly table: FilterTable;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

/** The conditions of a filter, each of which can be taken out. */
export function FilterChipList({ table, filter, onFilter }: FilterChipListProps) {
  const answer = filterChips(filter, table);
  if (!answer.ok || answer.chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Conditions">
      {answer.chips.map((chip) => (
        <li key={chip.text} className={styles.chip}>
          <span className={styles.chipText} title={chip.text}>
            {chip.label}
          </span>
          <button
            type="button"
            aria-label={`Remove ${chip.label}`}
            className={styles.remove}
            onClick={() => onFilter(chip.without)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
