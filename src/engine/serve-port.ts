import { onMessagePortClose, onMessagePortMessage, type SupportedMessagePort } from '@orpc/client/message-port';
import type { MinimalWebsocket } from '@orpc/server/websocket';

/** The part of oRPC's RPCHandler (from `@orpc/server/websocket`) that a port needs. */
export interface FrameHandler<Context> {
  message(peer: MinimalWebsocket, frame: string | ArrayBuffer, options: { context: Context }): Promise<void>;
  close(peer: MinimalWebsocket): void;
}

export interface ServedPort<Context> {
  readonly port: SupportedMessagePort;
  readonly context: Context;
  /** Told of a frame that was no call, and of an event stream that broke; the port stays in use. */
  onBadFrame(error: unknown): void;
}

/**
 * Answers the calls that come over one message port, whatever is behind it: Electron's MessagePortMain, a worker's port
 * or a socket dressed as one.
 *
 * It goes through oRPC's socket handler because both adapters speak the same frames (text, or text and bytes), and the
 * message-port handler lets a frame that cannot be decoded end the process as an unhandled rejection.
 */
export function servePort<Context>(handler: FrameHandler<Context>, served: ServedPort<Context>): void {
  const { port, context } = served;
  const peer = { send: (frame: unknown) => port.postMessage(frame), addEventListener: () => undefined };
  onMessagePortMessage(port, (frame) => {
    handler.message(peer, frame, { context }).catch((error: unknown) => served.onBadFrame(error));
  });
  onMessagePortClose(port, () => handler.close(peer));
}
