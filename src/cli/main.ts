import { EXIT } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { runProgram } from './run-program.ts';

process.exitCode = await runProgram(createProgram(), process.argv);
// Look-ups of names cannot be called off and would keep a cancelled check alive for seconds.
if (process.exitCode === EXIT.cancelled) process.exit();
