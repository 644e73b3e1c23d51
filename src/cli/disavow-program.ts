import type { Command } from 'commander';
import { command, commandGroup } from './command.ts';

/** The commands below `anchorage disavow`. Each action loads its own module, as in program.ts. */
export function addDisavowCommands(program: Command): void {
  const disavow = commandGroup(program, 'disavow', 'Write, check, repair and compare disavow files');

  command(disavow, 'build', 'Write the disavow file the verdicts of a project make')
    .argument('<file>', 'project file')
    .option('-o, --output <file>', 'write to this file; to the terminal where not given')
    .action(async (file, options) => (await import('./commands/disavow-build.ts')).buildDisavow(file, options));

  command(disavow, 'lint', 'Check a disavow file; exits with 1 when it has errors')
    .argument('<txt>', 'disavow file')
    .option('--project <file>', 'project whose sites, links and verdicts the file is checked against')
    .action(async (txt, options) => (await import('./commands/disavow-lint.ts')).lintDisavow(txt, options));

  command(disavow, 'fix', 'Repair what has only one reading')
    .argument('<txt>', 'disavow file; stays as it is unless -o names it')
    .option('-o, --output <file>', 'write to this file; to the terminal where not given')
    .option('--project <file>', 'project whose sites and verdicts no repair may go against')
    .action(async (txt, options) => (await import('./commands/disavow-fix.ts')).fixDisavow(txt, options));

  command(disavow, 'diff', 'Compare two disavow files entry by entry')
    .argument('<a>', 'the file before, such as the one that was uploaded')
    .argument('<b>', 'the file after')
    .action(async (a, b, options) => (await import('./commands/disavow-diff.ts')).diffDisavow(a, b, options));

  command(disavow, 'coverage', 'Count the links of a project that a disavow file covers')
    .argument('<file>', 'project file')
    .argument('<txt>', 'disavow file')
    .action(async (file, txt, options) =>
      (await import('./commands/disavow-coverage.ts')).coverDisavow(file, txt, options),
    );

  command(disavow, 'import', 'Keep an existing disavow file and turn its entries into verdicts')
    .argument('<file>', 'project file')
    .argument('<txt>', 'disavow file')
    .action(async (file, txt, options) =>
      (await import('./commands/disavow-import.ts')).importDisavow(file, txt, options),
    );
}
