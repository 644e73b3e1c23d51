import { defineConfig } from 'vitest/config';
import { NODE_FLAGS } from './test/support/node-flags.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    execArgv: [...NODE_FLAGS],
    testTimeout: 20_000,
  },
});
