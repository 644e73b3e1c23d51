import { formatNumber, formatShare } from '../format.ts';
import { classNames } from './class-names.ts';
import styles from './share-bar.module.css';
import type { Tone } from './state-dot.tsx';

export interface SharePart {
  readonly words: string;
  readonly count: number;
  readonly tone: Tone | 'half';
}

export interface ShareBarProps {
  readonly label: string;
  readonly parts: readonly SharePart[];
  /** Makes each part open what it counts. */
  readonly onOpen?: (words: string) => void;
}

/** A whole cut into its parts as a strip; what it shows stands in words beside it. */
export function ShareStrip({ parts }: Pick<ShareBarProps, 'parts'>) {
  const whole = parts.reduce((sum, part) => sum + part.count, 0);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.count, 0));
  return (
    <svg className={styles.bar} viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part, index) => {
        const start = starts[index] ?? 0;
        return (
          part.count > 0 && (
            <rect
              key={part.words}
              className={styles[part.tone]}
              x={(start / whole) * 1000}
              y="0"
              width={Math.max(2, (part.count / whole) * 1000 - 2)}
              height="10"
            />
          )
        );
      })}
    </svg>
  );
}

/** A whole cut into its parts, with each part in words below. The drawing repeats what the words say. */
export function ShareBar({ label, parts, onOpen }: ShareBarProps) {
  const whole = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <div>
      <ShareStrip parts={parts} />
      <ul className={styles.legend} aria-label={label}>
        {parts.map((part) => {
          const share = whole === 0 ? 0 : part.count / whole;
          const text = `${formatNumber(part.count)} ${part.words}`;
          return (
            <li key={part.words} className={styles.part}>
              <span className={classNames(styles.key, styles[part.tone])} aria-hidden="true" />
              {onOpen === undefined || part.count === 0 ? (
                <span>{text}</span>
              ) : (
                <button type="button" className={styles.open} onClick={() => onOpen(part.words)}>
                  {text}
                </button>
              )}
              {part.count > 0 && <span className={styles.share}>{share < 0.005 ? '<1%' : formatShare(share)}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
