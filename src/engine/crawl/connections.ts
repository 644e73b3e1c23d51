import type { Client, Dispatcher } from 'undici';
import type { CrawlSettings } from './crawl-settings.ts';
import type { Exchange, HostAnswer, RequestSender } from './exchange.ts';
import { Http2Connections } from './http2-connections.ts';
import { OriginConnections } from './origin-connections.ts';
import { PatientConnections } from './patient-connections.ts';
import { openProxyConnections } from './proxy-connections.ts';
import { AddressRefused, createSafeConnector, lookupProblem } from './safe-connector.ts';
import { OddAnswer } from './watched-handler.ts';

/** How a crawl reaches hosts: its open connections, and what was seen while they were made. */
export interface Connections {
  /**
   * Sends one request. Rejects with {@link AddressRefused} where the host stands for an address that must not be asked, and with
   * `ProxyFailed` where it does not get as far as the host.
   */
  request(options: Dispatcher.DispatchOptions, exchange: Exchange): Promise<HostAnswer>;
  /** Why a host's certificate is not valid, where that is ignored; null where it is valid or nothing is known. */
  certificateProblem(hostname: string): string | null;
  destroy(): Promise<void>;
}

type ConnectionSettings = Pick<
  CrawlSettings,
  | 'perHost'
  | 'spacingMs'
  | 'timeoutMs'
  | 'allowPrivate'
  | 'resolve'
  | 'plainTextLoopback'
  | 'ignoreCertificates'
  | 'proxy'
>;

const IDLE_CONNECTION_MS = 500;
const MAX_HEADER_BYTES = 64 * 1_024;

/**
 * Opens the connections of a crawl. HTTP/1.1 is spoken wherever it is understood: a checker asks a host for few pages, for which HTTP/2
 * gains nothing, and is more that can go wrong. So that is kept for the hosts that refuse anything else.
 */
export function openConnections(settings: ConnectionSettings): Connections {
  const certificates = new Map<string, string>();
  const options = clientOptions(settings);
  const connect = { ...settings, onCertificate: (host: string, problem: string) => certificates.set(host, problem) };
  if (settings.proxy !== null) return throughProxy(settings.proxy, settings);
  const connectHttp1 = createSafeConnector({ ...connect, allowH2: false });
  const http1 = new OriginConnections(settings.perHost, connectHttp1, options);
  const patient = new PatientConnections(connectHttp1, MAX_HEADER_BYTES);
  const http2 = new Http2Connections(createSafeConnector({ ...connect, allowH2: true }), keepAliveMs(settings));
  /** How the hosts are asked for which the first way does not do. */
  const otherWays = new Map<string, RequestSender>();
  return {
    async request(request, exchange) {
      const origin = String(request.origin);
      const known = otherWays.get(origin);
      if (known !== undefined) return await exchange.over(known, request);
      try {
        return await exchange.over(http1, request);
      } catch (error) {
        const other = refusesHttp1(error) ? http2 : error instanceof OddAnswer ? patient : null;
        if (other === null) throw error;
        otherWays.set(origin, other);
        return await exchange.over(other, request);
      }
    },
    certificateProblem: (hostname) => certificates.get(hostname) ?? null,
    async destroy() {
      http2.destroy();
      patient.destroy();
      await http1.destroy();
    },
  };
}

/**
 * A proxy connects to the hosts itself. Their names are looked up here all the same and refused where an answer is private; a name
 * that only the proxy knows is left to it.
 */
function throughProxy(uri: string, settings: ConnectionSettings): Connections {
  const { timeoutMs, perHost, ignoreCertificates } = settings;
  const proxy = openProxyConnections(uri, {
    ...clientOptions(settings),
    connections: perHost,
    requestTls: { timeout: timeoutMs, rejectUnauthorized: !ignoreCertificates },
    // Before the clock of the request rings: then it is known who did not answer.
    proxyTls: { timeout: timeoutMs / 2 },
  });
  return {
    async request(request, exchange) {
      const { hostname } = new URL(String(request.origin));
      const problem = settings.allowPrivate ? null : await lookupProblem(hostname);
      if (problem !== null) throw new AddressRefused(problem);
      return await proxy.request(request, exchange);
    },
    certificateProblem: () => null,
    destroy: () => proxy.destroy(),
  };
}

function clientOptions(settings: ConnectionSettings): Client.Options {
  const keepAlive = keepAliveMs(settings);
  return {
    // undici's HTTP/2 takes an answer that its host has reset for a whole one.
    allowH2: false,
    keepAliveTimeout: keepAlive,
    keepAliveMaxTimeout: keepAlive,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
}

/**
 * Pages of a host follow each other at once or after the spacing; thousands of idle connections are memory, also where servers offer to
 * keep them for longer.
 */
function keepAliveMs({ spacingMs }: ConnectionSettings): number {
  return spacingMs + IDLE_CONNECTION_MS;
}

/** The TLS alert of a server that was offered HTTP/1.1 alone (RFC 7301 section 3.2). */
function refusesHttp1(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL';
}
