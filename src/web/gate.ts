/**
 * Who may talk to the loopback web host. Any page the user has open, and any program on the machine, can reach a port on
 * 127.0.0.1, so three things are asked: the Host header is ours (a foreign name that resolves to 127.0.0.1 is refused),
 * the random token of this start is known (by address once, by cookie from then on), and a socket comes from our own page.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

export interface Gate {
  readonly port: number;
  readonly token: string;
}

/** The parts of a request the gate looks at. */
export interface Visit {
  /** Path and query as they stand in the request line. */
  readonly target: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
}

export type Admission =
  | { readonly kind: 'admitted'; readonly path: string }
  /** The token came in the address: set `cookie` and send the browser to the clean address. */
  | { readonly kind: 'first-visit'; readonly cookie: string }
  | { readonly kind: 'refused'; readonly reason: 'foreign-host' | 'foreign-origin' | 'wrong-token' | 'no-token' };

export function admitPage(gate: Gate, visit: Visit): Admission {
  if (!isOwnHost(gate, visit.host)) return { kind: 'refused', reason: 'foreign-host' };
  const [path = '/', query = ''] = splitOnce(visit.target, '?');
  const token = path === '/' ? new URLSearchParams(query).get('token') : null;
  if (token === null) return admitByCookie(gate, visit, path);
  if (!isSameSecret(token, gate.token)) return { kind: 'refused', reason: 'wrong-token' };
  return { kind: 'first-visit', cookie: `${cookieName(gate)}=${gate.token}; Path=/; HttpOnly; SameSite=Strict` };
}

/** Browsers let any page open a socket to any host and send cookies along: only the Origin header tells whose it is. */
export function admitSocket(gate: Gate, visit: Visit): Admission {
  if (!isOwnHost(gate, visit.host)) return { kind: 'refused', reason: 'foreign-host' };
  if (visit.origin !== `http://${visit.host}`) return { kind: 'refused', reason: 'foreign-origin' };
  return admitByCookie(gate, visit, visit.target);
}

function admitByCookie(gate: Gate, visit: Visit, path: string): Admission {
  const cookies = (visit.cookie ?? '').split(';').map((pair) => splitOnce(pair.trim(), '='));
  const isKnown = cookies.some(([name, value = '']) => name === cookieName(gate) && isSameSecret(value, gate.token));
  return isKnown ? { kind: 'admitted', path } : { kind: 'refused', reason: 'no-token' };
}

function isOwnHost(gate: Gate, host: string | undefined): boolean {
  return host === `127.0.0.1:${gate.port}` || host === `localhost:${gate.port}`;
}

/** Cookies are shared by all ports of a host, so two hosts running side by side need two names. */
function cookieName(gate: Gate): string {
  return `anchorage-${gate.port}`;
}

/** Hashed first, because the comparison that takes the same time for every guess wants equal lengths. */
function isSameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(secret).digest());
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
