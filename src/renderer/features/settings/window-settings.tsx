import { Select } from '../../components/select.tsx';
import { type Theme, useTheme } from '../../shell/theme.tsx';
import styles from './settings-screen.module.css';

const THEME_OPTIONS = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies readonly { value: Theme; label: string }[];

/** What belongs to this window and not to the project. */
export function WindowSettings() {
  const { theme, setTheme } = useTheme();
  return (
    <section className={styles.group}>
      <h2>Window</h2>
      <div className={styles.choice}>
        <Select<Theme> label="Colours" options={THEME_OPTIONS} value={theme} onChange={setTheme} />
      </div>
    </section>
  );
}
