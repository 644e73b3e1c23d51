import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportRow } from '../../../contract/rows.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { formatBytes, formatCount, formatMoment, formatNumber } from '../../format.ts';
import styles from './rejected-rows.module.css';
import { formatTitle, rejectionWords, rejectWords } from './words.ts';

const STEP_ROWS = 200;
/** The most rows one call may answer. */
const MAX_ROWS = 5000;

/** One import in the drawer: where its rows went, and each rejected row with its line, reason and text. */
export function RejectedRows({ row }: { readonly row: ImportRow }) {
  const { query } = useEngine();
  const { projectId } = useProject();
  const [limit, setLimit] = useState(STEP_ROWS);
  const rejected = useQuery({
    ...query.imports.rejected.queryOptions({ input: { projectId, importId: row.id, offset: 0, limit } }),
    placeholderData: keepPreviousData,
    enabled: row.rejected > 0,
  });
  const rows = rejected.data?.rows ?? [];
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>
        {formatTitle(row.format)} · {formatBytes(row.sizeBytes)} · {formatMoment(row.importedAt)}
      </p>
      <dl className={styles.sum}>
        <Figure label="Rows" value={row.rows} sign="" />
        <Figure label="accepted" value={row.accepted} sign="=" />
        <Figure label="duplicates" value={row.duplicates} sign="+" />
        <Figure label="rejected" value={row.rejected} sign="+" />
      </dl>
      {row.rejected === 0 ? (
        <p className={styles.quiet}>Every row of this file could be used.</p>
      ) : (
        <ul className={styles.reasons}>
          {rejectionWords(row.rejections).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {rejected.error !== null && (
        <ErrorPanel message={errorOf(rejected.error).message} safe="The import itself is complete." />
      )}
      {rows.length > 0 && (
        <>
          <h3>Rejected rows</h3>
          <ol className={styles.rows}>
            {rows.map((entry) => (
              <li key={`${entry.line}-${entry.reason}`} className={styles.row}>
                <span className={styles.line}>{`Line ${formatNumber(entry.line)}`}</span>
                <span>{entry.text === '' ? rejectWords(entry.reason) : entry.text}</span>
                <code className={styles.raw}>
                  <bdi dir="auto">{entry.raw}</bdi>
                </code>
              </li>
            ))}
          </ol>
        </>
      )}
      {rows.length < row.rejected && rows.length < MAX_ROWS && rows.length > 0 && (
        <Button onPress={() => setLimit(Math.min(MAX_ROWS, limit + STEP_ROWS * 4))}>
          {`Show more of ${formatCount(row.rejected, 'row')}`}
        </Button>
      )}
    </div>
  );
}

function Figure({ label, value, sign }: { readonly label: string; readonly value: number; readonly sign: string }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>{`${sign} ${formatNumber(value)}`.trim()}</dd>
    </div>
  );
}
