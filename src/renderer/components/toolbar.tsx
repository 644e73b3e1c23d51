import type { ReactNode } from 'react';
import { Group } from 'react-aria-components';
import styles from './toolbar.module.css';

/** A row of controls above or below a screen's content. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Group aria-label={label} className={styles.toolbar ?? ''}>
      {children}
    </Group>
  );
}

/** Pushes what follows to the end of a toolbar. */
export function ToolbarSpace() {
  return <span className={styles.space} />;
}
