/**
 * The Unicode form of an ASCII host, for people to read: labels that begin with `xn--` are decoded (RFC 3492), labels
 * that are not valid punycode are left as they are. Never use the result as a key.
 *
 * @example unicodeHost('xn--lifehacer-1rb.com') === 'lifehacĸer.com'
 */
export function unicodeHost(host: string): string {
  if (!host.includes('xn--')) return host;
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.');
}

/**
 * The first label of an ASCII host that begins with `xn--` and is no punycode of a name outside ASCII; null where all are.
 *
 * @example findBrokenPunycode('xn--0.example') === 'xn--0'
 */
export function findBrokenPunycode(host: string): string | null {
  if (!host.includes('xn--')) return null;
  return host.split('.').find((label) => label.startsWith('xn--') && !isPunycode(label.slice(4))) ?? null;
}

/** What is decoded must be a name: something beyond ASCII, and nothing that no name is written with. */
function isPunycode(input: string): boolean {
  const decoded = decodePunycode(input);
  return decoded !== null && /[^\p{ASCII}]/u.test(decoded) && !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Z}]/u.test(decoded);
}

/** Parameters of punycode, named as in RFC 3492 section 5. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

function decodePunycode(input: string): string | null {
  const delimiter = input.lastIndexOf('-');
  const output = Array.from(input.slice(0, Math.max(delimiter, 0)), (basic) => basic.charCodeAt(0));
  let [n, i, bias] = [INITIAL_N, 0, INITIAL_BIAS];
  let position = delimiter + 1;
  while (position < input.length) {
    const delta = readDelta(input, position, bias);
    if (delta === null) return null;
    const length = output.length + 1;
    bias = adaptBias(delta.value, length, i === 0 && output.length === Math.max(delimiter, 0));
    i += delta.value;
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff) return null;
    output.splice(i, 0, n);
    i += 1;
    position = delta.next;
  }
  return output.length === 0 ? null : String.fromCodePoint(...output);
}

function readDelta(input: string, start: number, bias: number): { value: number; next: number } | null {
  let [value, weight, position] = [0, 1, start];
  for (let k = BASE; ; k += BASE) {
    const digit = digitOf(input.charCodeAt(position));
    if (digit === null) return null;
    position += 1;
    value += digit * weight;
    if (value > 0x7fffffff) return null;
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (digit < threshold) return { value, next: position };
    weight *= BASE - threshold;
  }
}

function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return null;
}

function adaptBias(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
