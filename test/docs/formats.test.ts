import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../src/core/formats/export-formats.ts';

const rows = new Map(
  readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const id = /^\| `([a-z\d-]+)` +\|/.exec(line)?.[1];
      return id === undefined ? [] : [[id, line] as const];
    }),
);

describe('docs/formats.md', () => {
  it('describes every format, and none that does not exist', () => {
    expect([...rows.keys()].sort()).toEqual(EXPORT_FORMATS.map(({ id }) => id).sort());
  });

  it('names the metrics that are kept', () => {
    for (const { id, header, kind, metrics = [] } of EXPORT_FORMATS) {
      if (kind === 'refused') continue;
      for (const name of metrics.filter((metric) => header.includes(metric))) expect(rows.get(id)).toContain(name);
    }
  });

  it('gives the reason for every refusal', () => {
    for (const { id, refusal } of EXPORT_FORMATS) {
      if (refusal !== undefined) expect(rows.get(id)).toContain(refusal);
    }
  });
});
