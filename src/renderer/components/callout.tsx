import type { ReactNode } from 'react';
import styles from './callout.module.css';
import { Icon } from './icon.tsx';

/** A calm remark inside a screen: something worth knowing that is no failure. */
export function Callout({ children, actions }: { readonly children: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className={styles.callout}>
      <Icon name="info" className={styles.icon} />
      <div className={styles.words}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
