import { hasSample } from '../sample/sample-files.ts';
import { engine } from './base.ts';

/** Calls about the program itself. */
export const appHandlers = {
  info: engine.app.info.handler(({ context }) => ({ version: context.version, sampleAvailable: hasSample() })),
  recent: engine.app.recent.handler(({ context }) => context.recent.list()),
  forgetRecent: engine.app.forgetRecent.handler(({ context, input }) => {
    context.recent.remove(input.path);
    return null;
  }),
  events: engine.app.events.handler(({ context, signal }) => context.events.listen(signal)),
  openExternal: engine.app.openExternal.handler(({ context, input }) => {
    const url = URL.parse(input.url);
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return false;
    return context.host.openExternal(url.href);
  }),
  startup: engine.app.startup.handler(({ context }) => ({ openPath: context.startupPath })),
};
