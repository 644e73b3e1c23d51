import { basename } from 'node:path';
import type { DisavowImportAnswer } from '../../contract/disavow.ts';
import { importDisavowFile } from '../../engine/disavow/import-disavow-file.ts';
import { writerOf } from '../../engine/open-projects.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine, remark } from '../output.ts';
import { readDisavowBytes } from '../text-files.ts';

/** `anchorage disavow import`: keeps a file as a version and turns its entries into verdicts, as one decision. */
export async function importDisavow(file: string, txt: string, { json }: { readonly json?: boolean }): Promise<void> {
  const body = await readDisavowBytes(txt);
  const answer = await withProject(file, (project) =>
    importDisavowFile(project.reader, writerOf(project), { body, fileName: basename(txt) }, new Date().toISOString()),
  );
  if (json === true) {
    printJson(answer);
    return;
  }
  for (const { line, entry, reason } of answer.notApplied)
    remark(`${txt}:${line} ${entry} not applied: ${WHY[reason]}`);
  printLine(
    `${txt}: ${countOf(answer.domains, 'domain')} and ${countOf(answer.links, 'link')} disavowed. ${countOf(answer.unmatched, 'entry', 'entries')} seen in no export, kept for the next build.`,
  );
}

const WHY: Readonly<Record<DisavowImportAnswer['notApplied'][number]['reason'], string>> = {
  'marked-keep': 'it covers something marked keep.',
  'own-site': "it covers the project's own site.",
  'public-suffix': 'it would cover every site below a public suffix.',
};
