import { useProject } from '../../engine/project-context.ts';
import { SettingsForm } from './settings-form.tsx';
import styles from './settings-screen.module.css';
import { WindowSettings } from './window-settings.tsx';

/** What the project is about, and how this window looks. */
export function SettingsScreen() {
  const { summary } = useProject();
  return (
    // The screen scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.screen} tabIndex={0} aria-label="Settings">
      <div className={styles.column}>
        <h1>Settings</h1>
        {/* Saved settings start the form over; so do settings saved elsewhere. */}
        <SettingsForm key={JSON.stringify(summary.settings)} />
        <WindowSettings />
        <section className={styles.group}>
          <h2>Project file</h2>
          <p className={styles.path} dir="ltr">
            {summary.path}
          </p>
          <p className={styles.quiet}>
            One SQLite file holds everything: imports, checks, verdicts and versions. Copy it to back the project up.
          </p>
        </section>
      </div>
    </section>
  );
}
