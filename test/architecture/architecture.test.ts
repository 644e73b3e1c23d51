import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The rules of docs/architecture.md that the compiler cannot see: which packages a folder may use, the direction inside the
 * engine, features that stay apart, no cycles, no default exports.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

const ALLOWED_LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ['core'],
  engine: ['core', 'contract'],
  main: ['engine', 'contract', 'core'],
  preload: [],
  renderer: ['core', 'contract'],
  web: ['engine', 'contract', 'core'],
  cli: ['engine', 'contract', 'core', 'web'],
};

const ALLOWED_PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  core: [/^tldts$/, /^htmlparser2$/, /^parse5$/, /^domhandler$/],
  contract: [/^zod$/, /^@orpc\/contract$/],
  engine: [
    /^node:/,
    /^better-sqlite3$/,
    /^undici(\/lib\/[a-z/-]+\.js)?$/,
    /^zod$/,
    /^@orpc\/(server|client|contract)(\/[a-z-]+)?$/,
    /^yauzl$/,
    /^csv-stringify$/,
    /^iconv-lite$/,
    /^ipaddr\.js$/,
    /^write-excel-file(\/node)?$/,
  ],
  main: [/^node:/, /^electron(\/main)?$/, /^@orpc\/server\/message-port$/],
  preload: [/^electron(\/renderer)?$/],
  renderer: [
    /^react(-dom)?(\/[a-z-]+)?$/,
    /^react-aria-components(\/[A-Za-z-]+)?$/,
    /^react-aria(\/[A-Za-z-]+)?$/,
    /^@tanstack\/react-(table|virtual|query)$/,
    /^@orpc\/(client|contract|tanstack-query)(\/[a-z-]+)?$/,
    /^@?codemirror(\/[a-z-]+)?$/,
  ],
  web: [/^node:/, /^ws$/, /^@orpc\/(server|client)(\/[a-z-]+)?$/],
  cli: [/^node:/, /^commander$/, /^csv-stringify(\/sync)?$/, /^write-excel-file(\/node)?$/],
};

/** Inside the engine a folder may use those behind it in this list, never those before it. */
const ENGINE_ORDER = ['handlers', 'jobs', 'disavow', 'report', 'sample', 'import', 'crawl', 'score', 'db'];
const ENGINE_PEERS: readonly (readonly string[])[] = [['import', 'crawl', 'score']];

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Path below src/, or null for a package. */
  readonly to: string | null;
}

const files = sourceFiles(SRC);
const imports = files.flatMap(importsOf);

describe('layers', () => {
  it('import only the layers they may', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to === null) return false;
      const [own, other] = [layerOf(from), layerOf(to)];
      return own !== other && !(ALLOWED_LAYERS[own] ?? []).includes(other);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('use only the packages they may', () => {
    const wrong = imports.filter(
      ({ from, to, specifier }) =>
        to === null && !(ALLOWED_PACKAGES[layerOf(from)] ?? []).some((allowed) => allowed.test(specifier)),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });
});

describe('engine', () => {
  it('keeps the direction handlers → jobs → import, crawl, score → db', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [engineFolder(from), to === null ? null : engineFolder(to)];
      if (own === null || other === null || own === other) return false;
      if (ENGINE_PEERS.some((peers) => peers.includes(own) && peers.includes(other))) return true;
      return ENGINE_ORDER.indexOf(other) < ENGINE_ORDER.indexOf(own);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });
});

describe('renderer', () => {
  it('has no feature that imports another feature', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [featureOf(from), to === null ? null : featureOf(to)];
      return own !== null && other !== null && own !== other;
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('has components that know no feature', () => {
    const wrong = imports.filter(
      ({ from, to }) => from.startsWith(join('renderer', 'components')) && to !== null && featureOf(to) !== null,
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });
});

describe('modules', () => {
  it('form no cycle', () => {
    expect(findCycles()).toEqual([]);
  });

  it('have named exports only', () => {
    const wrong = files.filter((file) =>
      /^export default\b|\bas default\b/m.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('stay below 300 lines', () => {
    const long = files
      .filter((file) => !file.includes(join('db', 'schema')))
      .filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(SRC, from), 'utf8');
  const pattern = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...text.matchAll(pattern)].flatMap((match): Import[] => {
    const specifier = match[1] ?? match[2] ?? '';
    if (!specifier.startsWith('.')) return [{ from, specifier, to: null }];
    if (!/\.tsx?$/.test(specifier)) return [];
    return [{ from, specifier, to: relative(SRC, resolve(SRC, dirname(from), specifier)) }];
  });
}

function layerOf(file: string): string {
  return file.split(sep)[0] ?? '';
}

function engineFolder(file: string): string | null {
  const [layer, folder] = file.split(sep);
  return layer === 'engine' && folder !== undefined && ENGINE_ORDER.includes(folder) ? folder : null;
}

function featureOf(file: string): string | null {
  const [layer, kind, feature] = file.split(sep);
  return layer === 'renderer' && kind === 'features' ? (feature ?? null) : null;
}

function describeImport({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`;
}

function findCycles(): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) if (to !== null) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return cycles;
}
