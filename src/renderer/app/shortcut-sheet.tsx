import { Dialog } from '../components/dialog.tsx';
import { Shortcut } from '../components/shortcut.tsx';
import { useActionRegistry } from '../shell/actions.tsx';
import styles from './shortcut-sheet.module.css';

interface SheetLine {
  readonly title: string;
  readonly keys: string;
}

const TABLE_KEYS: readonly SheetLine[] = [
  { title: 'Next or previous row', keys: 'ArrowDown+ArrowUp' },
  { title: 'First or last row', keys: 'Home+End' },
  { title: 'Select the row', keys: ' ' },
  { title: 'Select a range', keys: 'Shift+ArrowDown' },
  { title: 'Select everything that matches', keys: 'Mod+A' },
  { title: 'Copy the selection', keys: 'Mod+C' },
  { title: 'Open the evidence', keys: 'Enter' },
  { title: 'Leave', keys: 'Escape' },
];

/** Every shortcut that works on the screen behind it. */
export function ShortcutSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" size="large" isText isOpen={isOpen} onClose={onClose}>
      <Sheet />
    </Dialog>
  );
}

function Sheet() {
  const registry = useActionRegistry();
  const sections = new Map<string, SheetLine[]>();
  for (const action of registry.all()) {
    if (action.shortcut === undefined) continue;
    const lines = sections.get(action.section) ?? [];
    sections.set(action.section, [...lines, { title: action.title, keys: action.shortcut }]);
  }
  return (
    <div className={styles.sheet}>
      {[...sections, ['In a table', TABLE_KEYS] as const].map(([title, lines]) => (
        <section key={title} className={styles.section}>
          <h3>{title}</h3>
          <dl>
            {lines.map((line) => (
              <div key={line.title} className={styles.line}>
                <dt>{line.title}</dt>
                <dd>
                  <Shortcut keys={line.keys} />
                  <span className="visually-hidden">{line.keys}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
