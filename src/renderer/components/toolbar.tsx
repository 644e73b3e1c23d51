import type { ReactNode } from 'react';
import { Group } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './toolbar.module.css';

/** A row of controls above or below a screen's content. */
export function Toolbar({ label, wraps = false, children }: ToolbarProps) {
  return (
    <Group aria-label={label} className={classNames(styles.toolbar, wraps && styles.wraps)}>
      {children}
    </Group>
  );
}

interface ToolbarProps {
  readonly label: string;
  /** For more than a line holds where the window is no wider than usual. */
  readonly wraps?: boolean;
  readonly children: ReactNode;
}

/** Pushes what follows to the end of a toolbar. */
export function ToolbarSpace() {
  return <span className={styles.space} />;
}
