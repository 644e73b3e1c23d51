import { compareDisavowFiles } from '../../engine/disavow/compare-disavow-files.ts';
import { countOf, printJson, printLine } from '../output.ts';
import { readDisavowFile } from '../text-files.ts';

/** `anchorage disavow diff`: what the second file adds and takes out; order, comments and spelling do not count. */
export async function diffDisavow(a: string, b: string, { json }: { readonly json?: boolean }): Promise<void> {
  const answer = compareDisavowFiles(await readDisavowFile(a), await readDisavowFile(b));
  if (json === true) {
    printJson(answer);
    return;
  }
  for (const { entry } of answer.added) printLine(`+ ${entry}`);
  for (const { entry, stillCoveredBy } of answer.removed) {
    printLine(stillCoveredBy === null ? `- ${entry}` : `- ${entry} (still covered by ${stillCoveredBy})`);
  }
  const [added, removed] = [answer.added.length, answer.removed.length];
  printLine(`${countOf(added, 'entry', 'entries')} added, ${removed} removed, ${answer.kept} in both.`);
}
