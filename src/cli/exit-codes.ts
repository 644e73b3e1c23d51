import type { ErrorCode } from '../contract/app-error.ts';

/** What the command line exits with; part of its interface. */
export const EXIT = { done: 0, findings: 1, wrongUse: 2, cancelled: 3, internal: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of an error: anything a person can mend is wrong use or unreadable input, but for work that stopped and can go on. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  if (code === 'internal') return EXIT.internal;
  return code === 'cancelled' || code === 'unreachable' ? EXIT.cancelled : EXIT.wrongUse;
}
