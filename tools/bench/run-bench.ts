/** `npm run bench -- NAME …` runs one bench, which writes its section of docs/benchmarks.md. */
type Bench = (args: readonly string[]) => Promise<void>;

interface BenchEntry {
  /** The arguments behind the name, and what they do. */
  readonly usage: string;
  readonly load: () => Promise<Bench>;
}

/** Every bench by name; each takes the arguments behind its name. */
const BENCHES: Readonly<Record<string, BenchEntry>> = {
  answering: {
    usage: `answering [ROWS]
    Asks for pages of the tables every 100 ms while ROWS rows (1000000 unless given) are imported and scored, and tells how long each took.`,
    load: async () => (await import('./answering-bench.ts')).benchAnswering,
  },
  check: {
    usage: `check [PAGES]… [--latency MS]… [--peers FOLDER]
    Checks PAGES pages (10000 unless given; 1000 to 100000 are of interest), MS milliseconds before each answer (0 and 200), beside a bare
    undici loop. Scrapy is measured where the command scrapy is there, Crawlee where npm i @crawlee/cheerio was run in FOLDER.`,
    load: async () => (await import('./check-bench.ts')).benchCheck,
  },
  import: {
    usage: 'import\n    Imports Ahrefs exports of 10,000 to 1,000,000 rows, beside sqlite3 .import and a plain script.',
    load: async () => (await import('./import-bench.ts')).benchImport,
  },
  tables: {
    usage: `tables [PROJECT]
    Pages through the tables of a project of a million links and lints a long disavow file; the project is generated unless given.`,
    load: async () => (await import('./table-bench.ts')).benchTables,
  },
};

async function runBench(name: string, args: readonly string[]): Promise<void> {
  const entry = BENCHES[name];
  if (entry === undefined || args.includes('--help')) {
    const entries = entry === undefined ? Object.values(BENCHES) : [entry];
    console.error(`Usage: npm run bench -- NAME …\n${entries.map(({ usage }) => `  ${usage}`).join('\n')}`);
    process.exitCode = 2;
    return;
  }
  const bench = await entry.load();
  await bench(args);
}

const [benchName = '', ...benchArgs] = process.argv.slice(2);
await runBench(benchName, benchArgs);

export {};
