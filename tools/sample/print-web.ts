import type { SampleWebData } from '../../src/engine/sample/sample-data.ts';

/** web.jsonl: the facts on the first line, then a host to a line, so that a change shows as the hosts it touches. */
export function printWeb({ hosts, ...head }: SampleWebData): string {
  return [head, ...hosts].map((part) => `${JSON.stringify(part)}\n`).join('');
}
