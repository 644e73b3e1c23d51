import { AppError } from '../../contract/app-error.ts';
import { readImport, rejectedRows } from '../../engine/db/import-queries.ts';
import { withProject } from '../open-project.ts';
import { printRows } from '../print-rows.ts';
import { type RowOptions, rowOptions } from '../row-options.ts';

/** `anchorage rejected`: the rows of an import that became no link, with the line, the reason and the text of each. */
export async function printRejected(file: string, importId: number, options: RowOptions): Promise<void> {
  const { format, limit } = rowOptions(options);
  await withProject(file, async ({ reader }) => {
    const found = readImport(reader, importId);
    if (found === null) {
      const message = `The project has no import ${importId}. “anchorage imports” lists those it has.`;
      throw new AppError('not-found', message, { importId });
    }
    await printRows(
      { total: found.rejected, rows: rejectedRows(reader, importId, limit) },
      {
        format,
        title: 'rejected rows',
        terminalColumns: ['line', 'reason', 'text', 'raw'],
        output: options.output ?? null,
      },
    );
  });
}
