import { EXIT } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { runProgram } from './run-program.ts';

// Where another Node started this one (bin/anchorage.mjs), a kill of that process is meant for the work: two checks of one project
// would ask every page twice.
process.channel?.unref();
process.once('disconnect', () => process.exit(EXIT.cancelled));

process.exitCode = await runProgram(createProgram(), process.argv);
// Look-ups of names cannot be called off and would keep a cancelled check alive for seconds.
if (process.exitCode === EXIT.cancelled) process.exit();
