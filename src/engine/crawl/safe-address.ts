import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Ranges any host on the internet may live in; everything else is refused. */
const PUBLIC_RANGE = 'unicast';

/** IPv6 forms that carry an IPv4 address, which is then the one that counts. */
const NAT64_PREFIX = '64:ff9b:';

/** Public by their range, yet answered by the machine's own cloud: Azure's metadata and its name server. */
const CLOUD_ADDRESSES: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Why a crawler must not connect to an address, or null for a public one. Private, loopback, link-local (with cloud
 * metadata), carrier, multicast, unique-local and reserved ranges are refused, also inside mapped, 6to4, Teredo and NAT64
 * forms.
 */
export function addressProblem(address: string): string | null {
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return `${address} is no IP address`;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  const embedded = parsed instanceof ipaddr.IPv6 ? embeddedAddress(parsed) : null;
  if (embedded !== null) return addressProblem(embedded) === null ? null : `${address} stands for ${embedded}`;
  if (parsed instanceof ipaddr.IPv6 && !isGlobalUnicast(parsed)) return `${address} is not on the public internet`;
  if (CLOUD_ADDRESSES.has(parsed.toString())) return `${address} belongs to the cloud this machine may run in`;
  return range === PUBLIC_RANGE ? null : `${address} is ${range}`;
}

/** True for 127.0.0.0/8, ::1 and its mapped form. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/** The IPv4 address inside a 6to4, NAT64, ISATAP or IPv4-compatible address; Teredo is refused by its range. */
function embeddedAddress(address: ipaddr.IPv6): string | null {
  const bytes = address.toByteArray();
  const range = address.range();
  if (range === '6to4') return bytes.slice(2, 6).join('.');
  const normalised = address.toNormalizedString();
  if (range === 'rfc6052' || range === 'rfc6145' || normalised.startsWith(NAT64_PREFIX))
    return bytes.slice(12, 16).join('.');
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0) && bytes.slice(12, 15).some((byte) => byte !== 0);
  return isCompatible || isIsatap(address) ? bytes.slice(12, 16).join('.') : null;
}

/** RFC 5214: the interface identifier 0000:5efe or 0200:5efe stands before the IPv4 address. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && ((parts[4] ?? 0) & ~0x0200) === 0;
}

/**
 * 2000::/3, all that is given out so far (RFC 4291 section 2.4). Beside it lie the withdrawn site-local fec0::/10, which
 * companies still route, and blocks that stand for something else every few years.
 */
function isGlobalUnicast(address: ipaddr.IPv6): boolean {
  return ((address.parts[0] ?? 0) & 0xe000) === 0x2000;
}
