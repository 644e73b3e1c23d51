import type { DisavowFixAnswer } from '../../contract/disavow.ts';
import { fixDisavowFile } from '../../core/disavow/fix-disavow-file.ts';
import { describeFix, fixAgainstProject } from '../../engine/disavow/check-disavow-file.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine, remark } from '../output.ts';
import { readDisavowFile, writeTextFile } from '../text-files.ts';

interface FixOptions {
  readonly output?: string;
  readonly project?: string;
  readonly json?: boolean;
}

/** `anchorage disavow fix`: repairs what has one reading. The input is written over only where -o names it. */
export async function fixDisavow(txt: string, { output, project, json }: FixOptions): Promise<void> {
  const file = await readDisavowFile(txt);
  const { text, changes }: DisavowFixAnswer =
    project === undefined
      ? describeFix(fixDisavowFile(file))
      : await withProject(project, ({ reader }) => fixAgainstProject(reader, file));
  if (output !== undefined) await writeTextFile(output, text);
  if (json === true) {
    printJson({ output: output ?? null, changes, ...(output === undefined ? { text } : {}) });
    return;
  }
  for (const { line, message } of changes) remark(`${txt}:${line} ${message}`);
  if (output === undefined) process.stdout.write(text);
  else printLine(`Wrote ${output} with ${countOf(changes.length, 'change')}.`);
}
