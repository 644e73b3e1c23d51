import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECK_REASONS } from '../../src/core/model/check-reason.ts';

const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');

describe('docs/checks.md', () => {
  it('lists every reason with its state and words, and no others', () => {
    const listed = [...page.matchAll(/^\| `([\w-]+)` \| (\w+) \| (.+) \| [^|]+ \|$/gm)];
    expect(listed.map(([, id, state, text]) => [id, state, text])).toEqual(
      Object.entries(CHECK_REASONS).map(([id, { state, text }]) => [id, state, text]),
    );
  });
});
