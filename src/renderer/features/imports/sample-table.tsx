import type { ExportPreviewAnswer } from '../../../contract/imports.ts';
import { classNames } from '../../components/class-names.ts';
import styles from './sample-table.module.css';
import { roleWords } from './words.ts';

const SHOWN_ROWS = 6;

/** The first rows as they stand in the file, the columns that play a role in front. */
export function SampleTable({ preview }: { readonly preview: ExportPreviewAnswer }) {
  const order = preview.columns
    .map((column, index) => ({ column, index }))
    .sort((a, b) => Number(a.column.role === null) - Number(b.column.role === null) || a.index - b.index);
  const unused = preview.format === 'unknown' ? 'not assigned' : 'kept as it is';
  const rows = preview.sampleRows.slice(0, SHOWN_ROWS);
  return (
    // The table scrolls sideways, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroller} tabIndex={0} aria-label={`First rows of ${preview.fileName}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            {order.map(({ column, index }) => (
              <th key={index} scope="col" className={classNames(column.role === null && styles.unused)}>
                <span className={styles.role}>{column.role === null ? unused : roleWords(column.role)}</span>
                <span className={styles.column} title={column.examples.join('\n')}>
                  {column.name === '' ? `Column ${index + 1}` : column.name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a file have no other name
            <tr key={rowIndex}>
              {order.map(({ column, index }) => (
                <td key={index} className={classNames(column.role === null && styles.unused)}>
                  <bdi dir="auto" title={row[index] ?? ''}>
                    {row[index] ?? ''}
                  </bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
