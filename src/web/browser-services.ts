import type { HostServices } from '../engine/engine-api.ts';

/**
 * What the browser host can do for the engine: nothing of the desktop's. The window then lists folders itself and opens
 * addresses in the browser it runs in.
 */
export const browserServices: HostServices = {
  chooseFiles: () => Promise.resolve({ kind: 'no-dialog' }),
  openExternal: () => Promise.resolve(false),
  projectOpened: () => undefined,
};
