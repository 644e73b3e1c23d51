import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Packages that every start of the command line needs: as hundreds of small files they take longer to find, read and compile than a few
 * pages to check, and most of zod (its texts in fifty languages) is not needed at all.
 */
const BUNDLED = ['commander', 'htmlparser2', 'ipaddr.js', 'parse5', 'tldts', 'undici', 'zod'];

const { version } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { version: string };

/**
 * One build for every host: `main` holds all Node entry points (Electron main, engine process, command line and their
 * worker threads) so that they share chunks; `preload` is one CommonJS file because a sandboxed preload must be;
 * `renderer` is the page that Electron and the browser host both serve, with the browser host's `host.js` beside it.
 */
export default defineConfig({
  main: {
    define: { __APP_VERSION__: JSON.stringify(version) },
    build: {
      target: 'node24',
      externalizeDeps: { exclude: BUNDLED },
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          engine: resolve('src/main/engine-process.ts'),
          cli: resolve('src/cli/main.ts'),
          'writer-thread': resolve('src/engine/db/writer-thread.ts'),
          'reader-thread': resolve('src/engine/import/reader-thread.ts'),
          'score-thread': resolve('src/engine/score/score-thread.ts'),
          'page-reader-thread': resolve('src/engine/crawl/page-reader-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    plugins: [react()],
    build: {
      target: 'chrome140',
      minify: true,
      chunkSizeWarningLimit: 2_000,
      rollupOptions: {
        input: { index: resolve('src/renderer/index.html'), host: resolve('src/preload/socket-host.ts') },
        output: { entryFileNames: ({ name }) => (name === 'host' ? 'host.js' : 'assets/[name]-[hash].js') },
      },
    },
  },
});
