import { buildFromVerdicts } from '../../engine/disavow/build-from-verdicts.ts';
import { EXIT } from '../exit-codes.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine, remark } from '../output.ts';
import { writeTextFile } from '../text-files.ts';

interface BuildOptions {
  readonly output?: string;
  readonly json?: boolean;
}

/** `anchorage disavow build`: writes the file the verdicts make; exits 1 when Google would refuse it for its size. */
export async function buildDisavow(file: string, { output, json }: BuildOptions): Promise<void> {
  const { text, overLimits, ...facts } = await withProject(file, ({ reader }) =>
    buildFromVerdicts(reader, new Date().toISOString().slice(0, 10)),
  );
  if (output !== undefined) await writeTextFile(output, text);
  if (overLimits.length > 0) process.exitCode = EXIT.findings;
  if (json === true) {
    printJson({ output: output ?? null, ...facts, overLimits, ...(output === undefined ? { text } : {}) });
    return;
  }
  if (output === undefined) process.stdout.write(text);
  for (const { entry, reason } of facts.skipped) remark(`Left out ${entry}: ${reason}`);
  if (overLimits.length > 0) remark('The file is over the 2,000,000 bytes or 100,000 lines that Google takes.');
  if (output !== undefined) {
    printLine(`Wrote ${output}: ${countOf(facts.domains, 'domain')} and ${countOf(facts.urls, 'page')}.`);
  }
}
