import { classNames } from './class-names.ts';
import styles from './state-dot.module.css';

export type Tone = 'neutral' | 'good' | 'mid' | 'high' | 'accent';

/** A word with a dot before it, for states. */
export function StateDot({
  children,
  tone,
  title,
  isHollow = false,
}: {
  readonly children: string;
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly isHollow?: boolean;
}) {
  return (
    <span className={styles.state} title={title}>
      <span className={classNames(styles.dot, styles[tone], isHollow && styles.hollow)} aria-hidden="true" />
      {children}
    </span>
  );
}
