import { isIP, type LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import connectorTo from 'undici/lib/core/connect.js';
import { lookUpWithin } from './look-up.ts';
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
  const lookUp = lookUpWithin(settings.timeoutMs * LOOKUP_SHARE);
  const connect = connectorTo({
    timeout: settings.timeoutMs,
    allowH2: settings.allowH2,
    rejectUnauthorized: !settings.ignoreCertificates,
    lookup: settings.allowPrivate ? lookUp : onlyPublic(lookUp),
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

/** Names are looked up in a part of the time to connect, so that it is known which of the two took too long. */
const LOOKUP_SHARE = 0.5;
/** What the look-up of a name that a proxy connects to may take. */
const PROXIED_LOOKUP_MS = 2_000;

/**
 * Why the addresses a name stands for must not be asked; null where they may be, or where the name is not known here or not told soon:
 * then whoever asked decides.
 */
export function lookupProblem(hostname: string): Promise<string | null> {
  const lookUp = onlyPublic(lookUpWithin(PROXIED_LOOKUP_MS));
  return new Promise((resolve) => {
    lookUp(hostname.replace(/^\[|\]$/g, ''), { all: true }, (error) => {
      resolve(error instanceof AddressRefused ? error.message : null);
    });
  });
}

/** A look-up that fails where any answer is an address that must not be asked. */
function onlyPublic(lookUp: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [] : found;
      const problem = addresses.map(({ address }) => addressProblem(address)).find((one) => one !== null);
      const first = addresses[0];
      if (error !== null) callback(error, []);
      else if (problem !== undefined && problem !== null) {
        callback(new AddressRefused(`${hostname}: ${problem}`), []);
      } else if (options.all === true || first === undefined) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
