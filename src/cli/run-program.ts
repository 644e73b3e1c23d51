import { type Command, CommanderError } from 'commander';
import { AppError, errorBody } from '../contract/app-error.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { pointAtFilter } from './point-at-filter.ts';

/**
 * Runs the command line and returns its exit code. Errors leave in one shape: with `--json` as `{ "error": … }` on stdout,
 * else as a sentence on stderr.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  const wantsJson = argv.includes('--json') || / --format[= ]json(?= |$)/.test(argv.join(' '));
  endQuietlyWhenTheReaderLeaves();
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const body = errorBody(error instanceof CommanderError ? wrongUse(error, groupOf(program, argv.slice(2))) : error);
    if (wantsJson) process.stdout.write(`${JSON.stringify({ error: body })}\n`);
    else process.stderr.write(`${[body.message, ...pointAtFilter(body.details)].join('\n')}\n`);
    if (body.code === 'internal' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return exitCodeOf(body.code);
  }
}

/** What was wrong, as a sentence; `group` is the command that only holds others and got none of them, else null. */
function wrongUse(error: CommanderError, group: Command | null): AppError {
  const details = { reason: error.code };
  if (group !== null && error.code !== 'commander.unknownCommand') {
    const names = group.commands.map((one) => one.name()).join(', ');
    return new AppError('wrong-use', `Name a command: ${names}. Each tells more with --help.`, details);
  }
  const [first = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}`.replace(/(?<![.?])$/, '.');
  return new AppError(
    'wrong-use',
    [sentence, ...more.map((line) => line.replace(/^\((.+)\)$/, '$1'))].join(' '),
    details,
  );
}

/** The group of commands that the words of a command line end in, null where they name a command. */
function groupOf(program: Command, words: readonly string[]): Command | null {
  let group = program;
  for (const word of words.filter((one) => !one.startsWith('-'))) {
    const next = group.commands.find((one) => one.name() === word);
    if (next === undefined) return group.commands.length > 0 ? group : null;
    group = next;
  }
  return group.commands.length > 0 ? group : null;
}

/** `anchorage links … | head` closes our output early; that is no error. */
function endQuietlyWhenTheReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}
