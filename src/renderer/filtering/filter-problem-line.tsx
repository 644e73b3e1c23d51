import type { FilterProblem } from '../../core/filter/filter.ts';
import { Icon } from '../components/icon.tsx';
import styles from './filter-box.module.css';

export interface FilterProblemLineProps {
  readonly id: string;
  readonly problem: FilterProblem;
  readonly text: string;
  readonly onFix: (text: string) => void;
}

/** What is wrong with a filter, and the nearest thing that would be right. */
export function FilterProblemLine({ id, problem, text, onFix }: FilterProblemLineProps) {
  const { suggestion, start, end } = problem;
  return (
    <p id={id} className={styles.problem} role="alert">
      <Icon name="warning" />
      <span>{problem.message}</span>
      {suggestion !== null && (
        <button
          type="button"
          className={styles.fix}
          onClick={() => onFix(text.slice(0, start) + suggestion + text.slice(end))}
        >
          {suggestion === '' ? 'Take it out' : `Use ${suggestion}`}
        </button>
      )}
    </p>
  );
}
