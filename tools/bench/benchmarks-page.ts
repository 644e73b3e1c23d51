import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const HEAD = `# Benchmarks

Figures as measured by \`npm run bench -- NAME\` on generated data, each bench beside its peers in one run. A run replaces the section of
its own bench and leaves the others.
`;

/** Puts the section of a bench into docs/benchmarks.md, in place of an earlier one. The heading and the machine are added. */
export function writeBenchSection(heading: string, body: string): void {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : HEAD;
  const [head = HEAD, ...sections] = page.split(/^(?=## )/m);
  const section = `## ${heading}\n\n${machine()}\n\n${body.trim()}\n`;
  const at = sections.findIndex((one) => one.startsWith(`## ${heading}\n`));
  const kept = at === -1 ? [...sections, section] : sections.with(at, section);
  writeFileSync(PAGE, `${[head, ...kept].map((part) => part.trim()).join('\n\n')}\n`);
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 1024 ** 3);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day} on ${availableParallelism()} cores (${model}), ${memory} GB, ${process.platform}, Node ${process.versions.node}.`;
}

/** A table in Markdown; the first column is text, all others are figures. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
