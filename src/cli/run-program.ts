import { type Command, CommanderError } from 'commander';
import { AppError, errorBody } from '../contract/app-error.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';

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
    const body = errorBody(error instanceof CommanderError ? wrongUse(error) : error);
    if (wantsJson) process.stdout.write(`${JSON.stringify({ error: body })}\n`);
    else process.stderr.write(`${body.message}\n`);
    if (body.code === 'internal' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    return exitCodeOf(body.code);
  }
}

function wrongUse(error: CommanderError): AppError {
  const sentence = error.message.replace(/^error: /, '');
  return new AppError('wrong-use', `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`, { reason: error.code });
}

/** `anchorage links … | head` closes our output early; that is no error. */
function endQuietlyWhenTheReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}
