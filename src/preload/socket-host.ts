/**
 * Browser host: built as host.js beside the page. It keeps a socket to the web host open, passes frames between it and a
 * message channel unread, and connects again after a loss, waiting longer each time.
 */
import { onPageReady } from './on-page-ready.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;

let socket: WebSocket | null = null;
let waitMs = FIRST_WAIT_MS;
let retry: ReturnType<typeof setTimeout> | undefined;

onPageReady(connect);

/** Drops the connection there is, so that a page that asks again is served by the newest one only. */
function connect(): void {
  clearTimeout(retry);
  socket?.close();
  const current = new WebSocket(new URL('/engine', window.location.href.replace(/^http/, 'ws')));
  socket = current;
  current.binaryType = 'arraybuffer';
  current.addEventListener('open', () => {
    waitMs = FIRST_WAIT_MS;
    bridge(current);
  });
  current.addEventListener('close', () => {
    if (socket !== current) return;
    retry = setTimeout(connect, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  });
}

/**
 * The page gets the far port itself, in an event made here: a port that is posted arrives as another object, and browsers,
 * unlike Electron, tell no port that its other end was closed. So the loss is told here, and fails the calls under way.
 */
function bridge(open: WebSocket): void {
  const { port1: near, port2: far } = new MessageChannel();
  near.addEventListener('message', (event: MessageEvent<string | ArrayBuffer>) => open.send(event.data));
  open.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
    near.postMessage(data, typeof data === 'string' ? [] : [data]);
  });
  open.addEventListener('close', () => {
    near.close();
    far.dispatchEvent(new Event('close'));
  });
  near.start();
  const data = { kind: 'anchorage:port' };
  window.dispatchEvent(
    new MessageEvent('message', { data, origin: window.location.origin, source: window, ports: [far] }),
  );
}
