import { readSourceOverlap } from '../../engine/db/overlap-queries.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine, printNumber } from '../output.ts';
import { terminalTable } from '../terminal-table.ts';

/** The table is narrower than any terminal. */
const WIDTH = 200;

/** `anchorage overlap`: who saw what. */
export async function printOverlap(file: string, options: { readonly json?: boolean }): Promise<void> {
  await withProject(file, ({ reader }) => {
    const overlap = readSourceOverlap(reader);
    if (options.json === true) {
      printJson(overlap);
      return Promise.resolve();
    }
    const { sources, pairs } = overlap;
    if (sources.length === 0) printLine('Nothing was imported yet.');
    const rows = sources.map((share) => ({ ...share }));
    if (rows.length > 0) for (const line of terminalTable(rows.length, rows, WIDTH)) process.stdout.write(line);
    for (const { sources: both, links, domains } of pairs) {
      printLine(`${both.join(' and ')}: ${printNumber(links)} of the same links, ${countOf(domains, 'domain')}`);
    }
    return Promise.resolve();
  });
}
