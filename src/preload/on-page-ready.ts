/**
 * How the page gets its way to the engine, the same in every host: the page says `anchorage:ready`, the host answers with
 * an `anchorage:port` message and one MessagePort, and with a fresh one each time the old one was lost, which the page sees
 * by the port's `close` event. The page never learns which host it is in.
 */

/** Calls `connect` whenever the page itself (no frame, no other origin) says it is ready for a port. */
export function onPageReady(connect: () => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return;
    if (isReadyMessage(event.data)) connect();
  });
}

function isReadyMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'anchorage:ready';
}
