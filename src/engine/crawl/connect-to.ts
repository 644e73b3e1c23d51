import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';

/** Opens a connection to an origin as a client of undici would. */
export function connectTo(connector: buildConnector.connector, origin: string): Promise<Socket> {
  const { protocol, host, hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    connector({ protocol, host, hostname: hostname.replace(/^\[|\]$/g, ''), port }, (error, socket) => {
      if (error === null) resolve(socket);
      else reject(error);
    });
  });
}
