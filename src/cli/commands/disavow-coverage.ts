import { coverageOf } from '../../engine/disavow/check-disavow-file.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine } from '../output.ts';
import { readDisavowFile } from '../text-files.ts';

/** `anchorage disavow coverage`: how much of a project a file covers. */
export async function coverDisavow(file: string, txt: string, { json }: { readonly json?: boolean }): Promise<void> {
  const disavow = await readDisavowFile(txt);
  const coverage = await withProject(file, ({ reader }) => coverageOf(reader, disavow));
  if (json === true) {
    printJson(coverage);
    return;
  }
  const { links, domains, liveLinks, kept, totalLinks, totalDomains } = coverage;
  printLine(`${txt} covers ${ofAll(links, totalLinks, 'link')}, ${liveLinks} of them live,`);
  printLine(`and ${ofAll(domains, totalDomains, 'referring domain')} as a whole.`);
  if (kept > 0) printLine(`${countOf(kept, 'covered link')} marked keep: change those verdicts or the file.`);
}

function ofAll(part: number, whole: number, noun: string): string {
  const share = whole === 0 ? 0 : Math.round((part / whole) * 100);
  return `${countOf(part, noun)} of ${whole} (${share}%)`;
}
