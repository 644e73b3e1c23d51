import { type Command, InvalidArgumentError } from 'commander';

/** A command that takes `--json`, as all do. */
export function command(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}

/** A command that only holds others. */
export function commandGroup(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}

/** Reads an id. Throws for what is no whole number. */
export function wholeNumber(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a whole number.');
}

/** Gathers a repeated option. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}
