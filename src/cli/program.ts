import { Command, Option } from 'commander';
import { TEXT_ENCODING_NAMES } from '../core/formats/text-encoding.ts';
import { collect, command, commandGroup, wholeNumber } from './command.ts';
import { addDisavowCommands } from './disavow-program.ts';
import { APP_VERSION } from './version.ts';

/**
 * The commands and their options. Each action loads its own module: starting the command line must not load the engine.
 * The names and the JSON they print are a fixed interface; docs/command-line.md describes them.
 */
export function createProgram(): Command {
  const program = new Command('anchorage')
    .description('Backlink workbench: merge every export, check and judge each link, write a defensible disavow.txt.')
    .version(APP_VERSION, '-V, --version')
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .showHelpAfterError(false);

  command(program, 'init', 'Make the project file of a client')
    .argument('<file>', 'project file, by convention ending in .anchorage')
    .requiredOption('--site <host>', 'host of the client, such as example.com; repeat for several', collect)
    .option('--name <name>', 'name of the project; the first site where not given')
    .option('--brand <word>', 'brand word or phrase; repeat for several', collect)
    .option('--money <word>', 'money word or phrase; repeat for several', collect)
    .option('--language <code>', 'language of the site, such as en; repeat for several', collect)
    .option('--country <code>', 'country the site is for, such as us; repeat for several', collect)
    .action(async (file, options) => (await import('./commands/init.ts')).init(file, options));

  command(program, 'import', 'Import backlink exports')
    .argument('<file>', 'project file')
    .argument('<exports...>', 'files as the tools export them')
    .option('--format <id>', 'format of the files, against what detection says')
    .addOption(
      new Option('--encoding <name>', 'encoding of text files, against what their letters say').choices(
        TEXT_ENCODING_NAMES,
      ),
    )
    .option('--map <columns>', 'columns of a file no format matches, as in source=URL,target=To,anchor=Text')
    .option('--save-preset <name>', 'keep the columns of --map for files with the same ones')
    .option('--for-all-projects', 'keep the preset for all projects, not in this one')
    .option('--site <host>', 'host the exports are of; added to the project where it is new')
    .action(async (file, exports, options) =>
      (await import('./commands/import.ts')).importFiles(file, exports, options),
    );

  command(program, 'undo-import', 'Take an import back, leaving what other imports said')
    .argument('<file>', 'project file')
    .argument('<id>', 'number of the import, as “anchorage imports” lists it', wholeNumber)
    .action(async (file, id, options) =>
      (await import('./commands/undo-import.ts')).undoImportCommand(file, id, options),
    );

  command(program, 'rejected', 'List the rows of an import that became no link, and why')
    .argument('<file>', 'project file')
    .argument('<id>', 'number of the import, as “anchorage imports” lists it', wholeNumber)
    .option('--limit <n>', 'so many rows; all where not given, except 100 in a table', Number)
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv', 'xlsx']))
    .option('-o, --output <file>', 'write to a file')
    .action(async (file, id, options) => (await import('./commands/rejected.ts')).printRejected(file, id, options));

  const lists = commandGroup(program, 'lists', 'Lists of domains that judging may use');
  command(lists, 'add', 'Add lists of domains: spam, good sites, or ranks such as Tranco')
    .argument('<file>', 'project file')
    .argument('<lists...>', 'text or CSV files of domains')
    .addOption(
      new Option('--kind <kind>', 'what the list says of a domain; rank for a known ranking, else spam').choices([
        'spam',
        'good',
        'rank',
      ]),
    )
    .option('--name <name>', 'name of the list; the file name where not given')
    .action(async (file, files, options) => (await import('./commands/lists.ts')).addLists(file, files, options));

  command(program, 'verify', 'Check which links are there')
    .argument('<file>', 'project file')
    .option('--filter <query>', 'which links; all where not given')
    .addOption(
      new Option(
        '--only <which>',
        'of these only some: what was never checked, could not be checked, or changed',
      ).choices(['all', 'unchecked', 'unknown', 'changed']),
    )
    .option('--older-than <time>', 'of these only what was not checked for so long, as in 30d, 2w, 6m or 1y')
    .option('--concurrency <n>', 'pages asked at a time; 32 where not given', Number)
    .option('--per-host <n>', 'pages asked of one host at a time; 2 where not given', Number)
    .option('--timeout <seconds>', 'longest wait for the beginning of an answer; 20 where not given', Number)
    .option('--delay <seconds>', 'pause between two requests to one host', Number)
    .option('--rate <n>', 'pages started a second over all hosts; no limit where not given', Number)
    .option('--quiet-hours <from-to>', 'ask nothing in this time of the day, as in 22:00-06:30')
    .option('--max-size <megabytes>', 'largest page that is read; 5 where not given', Number)
    .option('--proxy <address>', 'ask through this proxy, as in http://127.0.0.1:8080')
    .option('--ignore-certificates', 'read pages whose certificate is not valid, and note why it is not')
    .option('--contact <url>', 'page that tells site owners who asks; the first site of the project where not given')
    .option('--defaults', 'leave the check settings of the project out; they stand for options that are not given')
    .option(
      '--resolve <host:ip[:port]>',
      'ask this address instead of looking the host up; * is every host; repeat',
      collect,
    )
    .option('--allow-private', 'allow private and loopback addresses')
    .option('--reread', 'read every page in full, also where its server says that it has not changed')
    .option('--render', 'look again, in an installed Chromium, Chrome or Edge, at pages that scripts write')
    .option('--browser <path>', 'the browser for --render, where it is not in a usual place')
    .option('--restart', 'begin anew instead of going on with a check that was interrupted')
    .option('--fail', 'exit with 1 when a link is gone')
    .addHelpText('after', BESIDE_A_CHECK)
    .action(async (file, options) => (await import('./commands/verify.ts')).verify(file, options));

  command(program, 'score', 'Judge all links and domains')
    .argument('<file>', 'project file')
    .action(async (file, options) => (await import('./commands/score.ts')).score(file, options));

  for (const table of ['links', 'domains', 'anchors', 'targets', 'imports', 'checks'] as const) {
    command(program, table, `List the ${table} of a project`)
      .argument('<file>', 'project file')
      .option('--filter <query>', 'filter, such as "risk>=60 state:live"')
      .option('--sort <key[:desc]>', 'sort; repeat or separate by commas for several', collect)
      .option('--limit <n>', 'so many rows; all where not given, except 100 in a table', Number)
      .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv', 'xlsx']))
      .option('-o, --output <file>', 'write to a file')
      .action(async (file, options) => (await import('./commands/tables.ts')).printTable(table, file, options));
  }

  command(program, 'overlap', 'Tell which sources know which links and domains')
    .argument('<file>', 'project file')
    .action(async (file, options) => (await import('./commands/overlap.ts')).printOverlap(file, options));

  command(program, 'mark', 'Give a verdict to all links a filter matches')
    .argument('<file>', 'project file')
    .requiredOption('--filter <query>', 'which links')
    .addOption(
      new Option('--verdict <verdict>', 'what is decided')
        .choices(['keep', 'disavow-domain', 'disavow-url', 'remove', 'none'])
        .makeOptionMandatory(),
    )
    .option('--note <text>', 'why, for the file and for colleagues')
    .action(async (file, options) => (await import('./commands/mark.ts')).mark(file, options));

  addDisavowCommands(program);

  command(program, 'serve', 'Open the window in the browser')
    .argument('[file]', 'project file')
    .option('--port <n>', 'port on 127.0.0.1; a free one where not given', Number)
    .option('--no-open', 'print the address without opening the browser')
    .action(async (file, options) => (await import('./commands/serve.ts')).serve(file, options));

  command(program, 'open', 'Open the window: Electron where it is there, else the browser')
    .argument('[file]', 'project file')
    .action(async (file, options) => (await import('./commands/open.ts')).open(file, options));

  command(program, 'demo', 'Run the main job on the bundled sample and open the window')
    .argument('[dir]', 'folder for the project and disavow.txt; a new temporary one where not given')
    .option('--no-serve', 'end instead of opening the window')
    .option('--no-open', 'print the address without opening the browser')
    .action(async (dir, options) => (await import('./commands/demo.ts')).demo(dir, options));

  return program;
}

const BESIDE_A_CHECK = `
While a check runs, score, mark, lists add, disavow import and all commands that only read may be used beside it, and so may a window:
each waits while another one writes. import, undo-import and another verify end with the error project-locked and change nothing.
A check that was stopped, killed or failed goes on with the same command. One whose answers cannot be stored asks no further page.`;
