/** `npm run bench -- NAME …` runs one bench, which writes its section of docs/benchmarks.md. */
type Bench = (args: readonly string[]) => Promise<void>;

/** Every bench by name; each takes the arguments behind its name. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  check: async () => (await import('./check-bench.ts')).benchCheck,
  import: async () => (await import('./import-bench.ts')).benchImport,
};

async function runBench(name: string, args: readonly string[]): Promise<void> {
  const load = BENCHES[name];
  if (load === undefined) {
    console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
    process.exitCode = 2;
    return;
  }
  const bench = await load();
  await bench(args);
}

const [benchName = '', ...benchArgs] = process.argv.slice(2);
await runBench(benchName, benchArgs);

export {};
