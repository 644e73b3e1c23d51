import type { Command } from 'commander';

/** A command that takes `--json`, as all do. */
export function command(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}

/** Gathers a repeated option. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}
