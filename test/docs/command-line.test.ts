import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { createProgram } from '../../src/cli/program.ts';

const page = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8');

interface NamedCommand {
  readonly name: string;
  readonly command: Command;
}

/** The commands that do something, with the words before them: `disavow lint`. */
function leaves(parent: Command, path: readonly string[] = []): NamedCommand[] {
  return parent.commands.flatMap((command) => {
    const words = [...path, command.name()];
    return command.commands.length === 0 ? [{ name: words.join(' '), command }] : leaves(command, words);
  });
}

/** The part of the page about one command. Headings that follow each other directly share what stands below them. */
function sectionOf(name: string): string {
  const [, after = ''] = page.split(new RegExp(`^### anchorage ${name}(?= |$)`, 'm'));
  const [, body = ''] = /^[^\n]*\n(?:### [^\n]*\n)*([^]*)$/.exec(after) ?? [];
  return body.split(/^##/m)[0] ?? '';
}

const commands = leaves(createProgram());

describe('docs/command-line.md', () => {
  it.each(commands)('describes "$name" with every option', ({ name, command }) => {
    const section = sectionOf(name);
    expect(section.trim()).not.toBe('');
    for (const { flags } of command.options) {
      if (flags !== '--json') expect(section).toContain(`| \`${flags}\` |`);
    }
    const described = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, flags]) => flags);
    expect(described).toEqual(command.options.map(({ flags }) => flags).filter((flags) => flags !== '--json'));
  });

  it('describes no command that is not there', () => {
    const headings = [...page.matchAll(/^### anchorage ([a-z-]+(?: [a-z]+)*)/gm)].map(([, name]) => name);
    expect(headings).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
    expect(headings).toHaveLength(commands.length);
  });

  it('tells of every command that takes a project what it does while another program imports or checks', () => {
    const [, section = ''] = /^## Several programs and one project\n([^]*?)^## /m.exec(page) ?? [];
    const rows = [...section.matchAll(/^\| (`.*?`) \|/gm)].map(([, cell = '']) => cell.replaceAll('`', '').split(', '));
    const takesProject = ({ name, command }: NamedCommand) =>
      !['init', 'serve', 'open', 'demo'].includes(name) &&
      (command.registeredArguments[0]?.name() === 'file' || command.options.some(({ long }) => long === '--project'));
    expect(rows.flat().toSorted()).toEqual(
      commands
        .filter(takesProject)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('takes --json in every command', () => {
    expect(commands.filter(({ command }) => !command.options.some(({ flags }) => flags === '--json'))).toEqual([]);
  });

  it('lists every exit code', () => {
    for (const code of Object.values(EXIT)) expect(page).toContain(`\n| ${code} |`);
  });
});
