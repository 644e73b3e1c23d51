import { type LookupAddress, lookup as lookupName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import connectorTo from 'undici/lib/core/connect.js';
import { findOverride, type ResolveOverride } from './resolve-override.ts';
import { addressProblem, isLoopback } from './safe-address.ts';

/** What the connector needs to know of a crawl's settings. */
export interface ConnectorSettings {
  readonly timeoutMs: number;
  readonly allowPrivate: boolean;
  readonly resolve: readonly ResolveOverride[];
  readonly plainTextLoopback: boolean;
  /** Offers HTTP/2 beside HTTP/1.1. */
  readonly allowH2: boolean;
  /** Connects to hosts whose certificate is not valid. */
  readonly ignoreCertificates: boolean;
  /** Told of each host whose certificate was ignored, with OpenSSL's code for the reason. */
  readonly onCertificate?: (host: string, problem: string) => void;
}

/** Thrown into a request whose host turned out to be an address that must not be asked. */
export class AddressRefused extends Error {
  readonly code = 'ANCHORAGE_ADDRESS_REFUSED';
}

/** Thrown into a request whose host closed the connection before the two had agreed on TLS. */
export class HandshakeBroken extends Error {
  readonly code = 'ANCHORAGE_HANDSHAKE_BROKEN';
}

/**
 * Connects to hosts after every one of their addresses was checked. The check sits in the look-up whose answer the socket
 * uses, so a name cannot answer differently between check and connection.
 */
export function createSafeConnector(settings: ConnectorSettings): buildConnector.connector {
  const connect = connectorTo({
    timeout: settings.timeoutMs,
    allowH2: settings.allowH2,
    rejectUnauthorized: !settings.ignoreCertificates,
    lookup: settings.allowPrivate ? undefined : safeLookup,
  });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const override = findOverride(settings.resolve, host);
    const address = override?.address ?? (isIP(host) === 0 ? null : host);
    const problem = address === null || settings.allowPrivate ? null : addressProblem(address);
    if (problem !== null) {
      callback(new AddressRefused(problem), null);
      return;
    }
    const place = override === null ? target : redirectTo(override, target, host, settings);
    connect(place, (error, socket) => {
      if (error !== null) {
        callback(place.protocol === 'https:' ? handshakeError(error) : error, null);
        return;
      }
      if (socket instanceof TLSSocket && !socket.authorized) {
        settings.onCertificate?.(host, String(socket.authorizationError));
      }
      callback(null, socket);
    });
  };
}

/** A connection that is reset while it is made was there already: it broke while the two agreed on TLS. */
function handshakeError(error: Error): Error {
  const isReset = 'code' in error && error.code === 'ECONNRESET';
  return isReset ? new HandshakeBroken('the host closed the connection during the TLS handshake') : error;
}

/** The same target at another address; the certificate is still that of the host. */
function redirectTo(
  override: ResolveOverride,
  target: buildConnector.Options,
  host: string,
  settings: ConnectorSettings,
): buildConnector.Options {
  const speaksPlain = settings.plainTextLoopback && isLoopback(override.address);
  const protocol = speaksPlain ? 'http:' : target.protocol;
  const port =
    override.port === undefined ? target.port || (target.protocol === 'https:' ? '443' : '80') : String(override.port);
  const moved = { hostname: override.address, host: target.host ?? host, protocol, port };
  return protocol === 'https:' && isIP(host) === 0 ? { ...moved, servername: host } : moved;
}

/** Why the addresses a name stands for must not be asked; null where they may be, or where the name is not known here. */
export function lookupProblem(hostname: string): Promise<string | null> {
  return new Promise((resolve) => {
    safeLookup(hostname.replace(/^\[|\]$/g, ''), { all: true }, (error) => {
      resolve(error instanceof AddressRefused ? error.message : null);
    });
  });
}

/** A look-up that fails where any answer is an address that must not be asked. */
const safeLookup: LookupFunction = (hostname, options, callback) => {
  lookupName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) {
      callback(error, []);
      return;
    }
    const problem = addresses.map(({ address }) => addressProblem(address)).find((found) => found !== null);
    const first = addresses[0];
    if (problem !== undefined && problem !== null) callback(new AddressRefused(`${hostname}: ${problem}`), []);
    else if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
