import styles from './shortcut.module.css';
import { shortcutParts } from './shortcut-keys.ts';

/** The keys of an action, as this keyboard writes them. Hidden from screen readers: `aria-keyshortcuts` tells them. */
export function Shortcut({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.shortcut} aria-hidden="true">
      {shortcutParts(keys).map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
