import { ipcRenderer } from 'electron';
import { onPageReady } from './on-page-ready.ts';

/** Electron: main makes the ports. It is asked when the page is ready and sends a new one by itself after a crash. */
onPageReady(() => ipcRenderer.send('anchorage:connect'));

ipcRenderer.on('anchorage:port', ({ ports }) => {
  window.postMessage({ kind: 'anchorage:port' }, window.location.origin, ports);
});
