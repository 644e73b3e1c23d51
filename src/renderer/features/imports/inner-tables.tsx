import type { PreviewTable } from '../../../contract/imports.ts';
import { formatCount } from '../../format.ts';
import styles from './sample-table.module.css';

/** The tables of a workbook or an archive, each with what would become of it. */
export function InnerTables({ tables }: { readonly tables: readonly PreviewTable[] }) {
  return (
    // The table scrolls sideways, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroller} tabIndex={0} aria-label="Tables in this file">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Table</th>
            <th scope="col">Format</th>
            <th scope="col">First rows</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.name}>
              <td>
                <bdi title={table.name}>{table.name}</bdi>
              </td>
              <td>{table.formatTitle}</td>
              <td className={styles.long} title={table.refusal ?? ''}>
                {table.refusal ?? `${table.accepted} of ${formatCount(table.rows, 'row')} can be imported`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
