import type { ReactNode } from 'react';
import styles from './error-panel.module.css';
import { Icon } from './icon.tsx';

export interface ErrorPanelProps {
  /** What happened and what to do, as one or two sentences. */
  readonly message: string;
  /** What is safe: "The project file was not changed." */
  readonly safe?: string | undefined;
  /** Folded out on demand. */
  readonly details?: string | undefined;
  readonly actions?: ReactNode;
}

export function ErrorPanel({ message, safe, details, actions }: ErrorPanelProps) {
  return (
    <div role="alert" className={styles.panel}>
      <Icon name="warning" className={styles.icon} />
      <div className={styles.words}>
        <p>{message}</p>
        {safe !== undefined && <p className={styles.safe}>{safe}</p>}
        {details !== undefined && details !== '' && (
          <details className={styles.details}>
            <summary>Details</summary>
            <pre>{details}</pre>
          </details>
        )}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
