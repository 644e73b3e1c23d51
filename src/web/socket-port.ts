import type { MessagePortMainLike } from '@orpc/client/message-port';
import type { RawData, WebSocket } from 'ws';

/** Bytes that may wait to be sent to a window before it is given up as one that no longer reads. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/**
 * A socket dressed as Electron's MessagePortMain, so that the engine serves windows of every host the same way. Frames
 * pass unread: text stays text, bytes stay bytes.
 */
export function socketPort(socket: WebSocket): MessagePortMainLike {
  return {
    on: (event, callback) => {
      if (event === 'message') socket.on('message', (data, isBinary) => callback({ data: frame(data, isBinary) }));
      if (event === 'close') socket.on('close', () => callback());
    },
    postMessage: (data: string | Uint8Array) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate();
      else socket.send(data);
    },
  };
}

function frame(data: RawData, isBinary: boolean): string | Uint8Array {
  const whole = Array.isArray(data) ? Buffer.concat(data) : data;
  const bytes = whole instanceof ArrayBuffer ? Buffer.from(whole) : whole;
  return isBinary ? bytes : bytes.toString('utf8');
}
