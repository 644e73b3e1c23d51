import type { LintLevel, LintRuleId } from './lint-rules.ts';

/** One place where a file breaks a rule. */
export interface LintProblem {
  /** 1-based. Problems of the whole file stand at line 1 or where they begin. */
  readonly line: number;
  /** 1-based, in UTF-16 units, at the offending part. */
  readonly column: number;
  readonly id: LintRuleId;
  readonly level: LintLevel;
  /** What is wrong and what to do. */
  readonly message: string;
  /** What to replace the line by: '' deletes it, several lines are joined by `\n`, null where there is no answer. */
  readonly fix: string | null;
}

/** A problem before it is reported. */
export interface Finding extends LintProblem {
  /** True when the fix keeps what the author plainly meant, so that it may be made without asking. */
  readonly isFixSafe: boolean;
}

/** What a fix is and whether it may be made without asking. */
export interface Remedy {
  readonly fix: string;
  readonly isFixSafe: boolean;
}

/** A finding at a 0-based index of a 1-based line, with the level of its rule. */
export function finding(line: number, index: number, id: LintRuleId, message: string, remedy?: Remedy | null): Finding {
  const { fix, isFixSafe } = remedy ?? { fix: null, isFixSafe: false };
  return { line, column: index + 1, id, level: levelOf(id), message, fix, isFixSafe };
}

/** Longest piece of a file that a message repeats, in characters. */
const LONGEST_QUOTE = 60;

/** A piece of hostile text for use in a message: one line, short, no control or direction characters, in quotes. */
export function quote(text: string): string {
  const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
  return `“${short
    .toWellFormed()
    .replace(/\s/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')}”`;
}

function levelOf(id: LintRuleId): LintLevel {
  if (id.startsWith('E')) return 'error';
  return id.startsWith('W') ? 'warning' : 'info';
}
