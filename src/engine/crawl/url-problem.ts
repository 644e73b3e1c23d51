import type { RobotsRetry, Unreached } from '../../core/check/fetch-outcome.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import { addressProblem } from './safe-address.ts';

/** Why an address is not asked for. */
export interface UrlProblem {
  readonly reason: CheckReason;
  readonly evidence: string;
  /** As in a `FetchFailure`. */
  readonly unreached?: Unreached | undefined;
  readonly robotsRetry?: RobotsRetry | undefined;
}

/** Ports that the Fetch standard blocks, since other protocols than HTTP listen there, and the usual ones of databases, caches and queues. */
const BLOCKED_PORTS: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080, 1433, 1434, 1521, 1883, 3306, 3389, 4369, 5432, 5671,
  5672, 5900, 6379, 6380, 8883, 9042, 9092, 11_211, 26_379, 27_017, 27_018, 27_019, 33_060,
]);

const MAX_URL_CHARACTERS = 8_000;

/**
 * Why an address cannot or must not be asked for, before any name is looked up; null where nothing speaks against it.
 * The URL parser has turned every spelling of an IP address (octal, hexadecimal, one number) into the plain one.
 */
export function urlProblem(url: URL, allowPrivate: boolean): UrlProblem | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { reason: 'unsupported-url', evidence: `the scheme ${url.protocol} is not fetched` };
  }
  if (url.username !== '' || url.password !== '') {
    return { reason: 'unsupported-url', evidence: 'the address carries a user name' };
  }
  if (url.port !== '' && BLOCKED_PORTS.has(Number(url.port))) {
    return { reason: 'unsupported-url', evidence: `port ${url.port} is not for web pages` };
  }
  if (url.href.length > MAX_URL_CHARACTERS) {
    return { reason: 'unsupported-url', evidence: `the address is longer than ${MAX_URL_CHARACTERS} characters` };
  }
  return allowPrivate ? null : hostProblem(url.hostname);
}

/** Names that mean this machine or the network it stands in (RFC 6761, 6762, 7686, 8375, and ICANN's .internal). */
const LOCAL_SUFFIXES = ['localhost', 'localdomain', 'local', 'internal', 'home.arpa', 'lan', 'onion'];

function hostProblem(hostname: string): UrlProblem | null {
  const host = hostname.replace(/\.+$/, '');
  const isAddress = host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);
  const problem = isAddress ? addressProblem(host.replace(/^\[|\]$/g, '')) : nameProblem(host);
  return problem === null ? null : { reason: 'private-address', evidence: problem };
}

/** Names that could only lead inside. What the others resolve to is judged when they are looked up. */
function nameProblem(host: string): string | null {
  if (!host.includes('.')) return `${host} is a name of this machine or network`;
  const suffix = LOCAL_SUFFIXES.find((name) => host.endsWith(`.${name}`));
  return suffix === undefined ? null : `names that end in .${suffix} are not on the public internet`;
}
