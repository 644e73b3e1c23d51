import { isIP } from 'node:net';
import { parseHost } from '../../core/url/host-name.ts';

/** An address that stands in for DNS: for one host, or for every host where `host` is `*`. */
export interface ResolveOverride {
  readonly host: string;
  readonly address: string;
  /** Port to connect to in place of the one in the URL. */
  readonly port?: number;
}

/**
 * Reads `HOST:IP[:PORT]` as given to `--resolve`, or answers null where it is none. IPv6 addresses stand in brackets.
 *
 * @example parseResolveOverride('a.example:127.0.0.1:8080') gives { host: 'a.example', address: '127.0.0.1', port: 8080 }
 */
export function parseResolveOverride(text: string): ResolveOverride | null {
  const match = /^([^:]+):(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text.trim());
  const host = match?.[1] === '*' ? '*' : parseHost(match?.[1] ?? '');
  const address = match?.[2] ?? match?.[3] ?? '';
  if (host === null || isIP(address) === 0) return null;
  if (match?.[4] === undefined) return { host, address };
  const port = Number(match[4]);
  return port >= 1 && port <= 65_535 ? { host, address, port } : null;
}

/** The override that holds for a host; one that names it beats the wildcard. */
export function findOverride(overrides: readonly ResolveOverride[], host: string): ResolveOverride | null {
  return overrides.find((entry) => entry.host === host) ?? overrides.find((entry) => entry.host === '*') ?? null;
}
