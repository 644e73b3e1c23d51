import { readTotals } from '../../engine/db/link-queries.ts';
import { undoImport } from '../../engine/jobs/undo-import.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine } from '../output.ts';

/** `anchorage undo-import`: takes an import back as a whole. */
export async function undoImportCommand(
  file: string,
  importId: number,
  options: { readonly json?: boolean },
): Promise<void> {
  await withProject(file, async (project) => {
    const undone = await undoImport(project, importId);
    const totals = readTotals(project.reader);
    if (options.json === true) printJson({ undone: { id: undone.id, file: undone.file, rows: undone.rows }, totals });
    else {
      printLine(`Took ${undone.file} back. The project holds ${countOf(totals.backlinks, 'backlink')}.`);
      printLine(`Run anchorage score ${file} to judge again.`);
    }
  });
}
