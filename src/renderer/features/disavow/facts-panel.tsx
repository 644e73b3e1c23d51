import type { DisavowLintAnswer, DisavowVersion } from '../../../contract/disavow.ts';

import { Button, IconButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { formatCount, formatDay, formatMoment } from '../../format.ts';
import styles from './facts-panel.module.css';
import { contentWords, coverageWords, ORIGIN_WORDS, shareWords } from './words.ts';

export interface FactsPanelProps {
  /** Null before the first answer. */
  readonly answer: DisavowLintAnswer | null;
  readonly versions: readonly DisavowVersion[];
  readonly isReadOnly: boolean;
  readonly onCompare: (version: DisavowVersion) => void;
  readonly onUse: (version: DisavowVersion) => void;
  readonly onDownload: (version: DisavowVersion) => void;
  readonly onRecordUpload: (version: DisavowVersion) => void;
}

/** Beside the text: what it covers, its versions, and what to do with the file. */
export function FactsPanel({ answer, versions, ...actions }: FactsPanelProps) {
  const [newest] = versions;
  return (
    // The panel scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.panel} tabIndex={0} aria-label="Coverage and versions">
      <section className={styles.block}>
        <h2>Coverage</h2>
        {answer === null ? (
          <p className={styles.quiet}>Reading the text…</p>
        ) : (
          <>
            <p>{coverageWords(answer.coverage)}</p>
            {answer.coverage.links > 0 && <p className={styles.quiet}>{shareWords(answer.coverage)}</p>}
            <p className={styles.quiet}>{contentWords(answer)}</p>
          </>
        )}
      </section>
      <section className={styles.block}>
        <header className={styles.heading}>
          <h2>Versions</h2>
          {newest !== undefined && (
            <Button kind="quiet" onPress={() => actions.onCompare(newest)}>
              Compare…
            </Button>
          )}
        </header>
        {versions.length === 0 && (
          <p className={styles.quiet}>
            None yet. Save a version before each upload, so that later ones can be compared.
          </p>
        )}
        <ul>
          {versions.map((version) => (
            <Version key={version.id} version={version} {...actions} />
          ))}
        </ul>
      </section>
      <section className={styles.block}>
        <h2>Uploading</h2>
        <p className={styles.quiet}>
          Google takes the file by hand, in Search Console’s disavow tool, for one property at a time. Each upload
          replaces the whole list before it, so upload the complete file. Its effect comes as pages are crawled again,
          over weeks to months.
        </p>
        <p className={styles.quiet}>
          It is meant for sites with a considerable number of artificial links that caused, or will likely cause, a
          manual action. Most sites never need it.
        </p>
      </section>
    </section>
  );
}

interface VersionProps extends Omit<FactsPanelProps, 'answer' | 'versions'> {
  readonly version: DisavowVersion;
}

function Version({ version, isReadOnly, onCompare, onUse, onDownload, onRecordUpload }: VersionProps) {
  const moment = formatMoment(version.createdAt);
  return (
    <li className={styles.version}>
      <div className={styles.words}>
        <span>{moment}</span>
        <span className={styles.quiet} title={version.fileName}>
          {ORIGIN_WORDS[version.origin]}, {formatCount(version.entries, 'entry', 'entries')}
          {version.origin === 'imported' && ` (${version.fileName})`}
        </span>
        {version.uploadedAt !== null && (
          <span className={styles.quiet}>
            Uploaded {formatDay(version.uploadedAt)}
            {version.property !== null && ` to ${version.property}`}
          </span>
        )}
      </div>
      <Menu
        label={`Version of ${moment}`}
        entries={[
          { id: 'compare', label: 'Compare with the text', run: () => onCompare(version) },
          { id: 'use', label: 'Put into the editor', isDisabled: isReadOnly, run: () => onUse(version) },
          { id: 'download', label: 'Download', icon: 'download', run: () => onDownload(version) },
          { id: 'upload', label: 'Record an upload…', isDisabled: isReadOnly, run: () => onRecordUpload(version) },
        ]}
      >
        <IconButton icon="more" label={`More about the version of ${moment}`} />
      </Menu>
    </li>
  );
}
