/**
 * Given to `node --import`: whatever asks for `electron` from then on, worker threads included, gets the stand-in beside
 * this file. That is how the built main process and preload are proved without Electron's binary.
 */
import { registerHooks } from 'node:module';

const STAND_IN = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
});
