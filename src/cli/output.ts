/** Printing of results: JSON for programs, plain sentences for people. */

/** Prints one JSON value and a line end. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Prints one line of text. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Says something beside the result, on stderr. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

const NUMBERS = new Intl.NumberFormat('en');

/** A number for people: `1,200`. */
export function printNumber(value: number): string {
  return NUMBERS.format(value);
}

/** A count with its noun: `1 link`, `1,200 links`. */
export function countOf(count: number, singular: string, plural: string = `${singular}s`): string {
  return `${NUMBERS.format(count)} ${count === 1 ? singular : plural}`;
}
