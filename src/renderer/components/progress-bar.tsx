import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1; null while nobody knows. */
  readonly fraction: number | null;
}

export function ProgressBar({ label, fraction }: ProgressBarProps) {
  return (
    <AriaProgressBar
      aria-label={label}
      className={styles.bar ?? ''}
      isIndeterminate={fraction === null}
      value={(fraction ?? 0) * 100}
    >
      <span
        className={fraction === null ? styles.unknown : styles.fill}
        style={fraction === null ? {} : { transform: `scaleX(${Math.min(1, Math.max(0, fraction))})` }}
      />
    </AriaProgressBar>
  );
}
