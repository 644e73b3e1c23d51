import type { FilterCompletion } from '../../core/filter/complete-filter.ts';
import { classNames } from '../components/class-names.ts';
import styles from './filter-box.module.css';

export interface CompletionListProps {
  readonly id: string;
  readonly items: readonly FilterCompletion[];
  readonly chosen: number;
  readonly onChoose: (item: FilterCompletion) => void;
}

/** What may be typed next, under the filter box. The box keeps the focus and names the chosen one. */
export function CompletionList({ id, items, chosen, onChoose }: CompletionListProps) {
  return (
    // The input names the list; the options are chosen from its keys, or by pointer here.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} role="listbox" aria-label="Completions" className={styles.list} hidden={items.length === 0}>
      {items.map((item, index) => (
        <div
          key={item.insert}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={classNames(styles.item, index === chosen && styles.chosen)}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(item);
          }}
        >
          <span className={styles.label}>{item.label}</span>
          <span className={styles.help}>{item.help}</span>
        </div>
      ))}
    </div>
  );
}
