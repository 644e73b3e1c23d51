import type { Unreached } from '../../core/check/fetch-outcome.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';

/** A failed request in the words of a check. */
export interface FetchProblem {
  readonly reason: CheckReason;
  readonly evidence: string;
}

const NO_TLS = 'no secure connection could be agreed on';
const OLD_TLS = 'the host speaks only versions of TLS that are no longer safe';
const UNKNOWN_ISSUER = 'it is not known who signed the certificate, or a part of its chain is missing';

/** What codes of the network mean, with words for people where their own message has none. */
const CODES: Readonly<Record<string, readonly [CheckReason, string?]>> = {
  ANCHORAGE_ADDRESS_REFUSED: ['private-address'],
  ANCHORAGE_HANDSHAKE_BROKEN: ['tls-error'],
  ANCHORAGE_LOOKUP_TIMED_OUT: ['dns-failure'],
  ANCHORAGE_ODD_ANSWER: ['unexpected-status'],
  ANCHORAGE_STREAM_BROKEN: ['connection-reset'],
  ANCHORAGE_STREAM_SILENT: ['too-slow'],
  ENOTFOUND: ['dns-failure', 'no address is known for this host name'],
  EAI_AGAIN: ['dns-failure', 'the name server did not answer'],
  EAI_FAIL: ['dns-failure', 'the name server could not tell the address'],
  EAI_NODATA: ['dns-failure', 'the host name has no address'],
  ENODATA: ['dns-failure', 'the host name has no address'],
  ECONNREFUSED: ['connection-refused', 'the host refused the connection'],
  ECONNRESET: ['connection-reset', 'the host reset the connection'],
  ECONNABORTED: ['connection-reset', 'the connection was broken off'],
  EPIPE: ['connection-reset', 'the host closed the connection'],
  ERR_STREAM_PREMATURE_CLOSE: ['connection-reset', 'the host closed the connection'],
  UND_ERR_SOCKET: ['connection-reset', 'the host closed the connection'],
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: ['connection-reset', 'the request was broken off'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['connection-reset', 'the body is not as long as its Content-Length'],
  ETIMEDOUT: ['timeout', 'no connection could be made in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'no connection could be made in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'no answer came in time'],
  UND_ERR_BODY_TIMEOUT: ['too-slow', 'nothing more came in time'],
  UND_ERR_HEADERS_OVERFLOW: ['too-large', 'the headers of the answer are too long'],
  UND_ERR_INVALID_ARG: ['unsupported-url', 'the address cannot be asked for'],
  ENETUNREACH: ['network-error', 'no way leads to the network of the host'],
  EHOSTUNREACH: ['network-error', 'no way leads to the host'],
  EPROTO: ['tls-error', NO_TLS],
  CERT_HAS_EXPIRED: ['bad-certificate', 'the certificate has expired'],
  CERT_NOT_YET_VALID: ['bad-certificate', 'the certificate is not valid yet'],
  CERT_REVOKED: ['bad-certificate', 'the certificate has been revoked'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['bad-certificate', 'the certificate is signed by nobody but the host itself'],
  SELF_SIGNED_CERT_IN_CHAIN: ['bad-certificate', 'the certificate is signed by an authority of its own'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['bad-certificate', UNKNOWN_ISSUER],
  UNABLE_TO_GET_ISSUER_CERT: ['bad-certificate', UNKNOWN_ISSUER],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['bad-certificate', UNKNOWN_ISSUER],
  ERR_TLS_CERT_ALTNAME_INVALID: ['bad-certificate', 'the certificate is that of another host'],
  ERR_SSL_WRONG_VERSION_NUMBER: ['tls-error', 'what answers there does not speak TLS'],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['tls-error', 'what answers there does not speak TLS'],
  ERR_SSL_UNSUPPORTED_PROTOCOL: ['tls-error', OLD_TLS],
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: ['tls-error', OLD_TLS],
  // Without a proxy such a host is asked over HTTP/2.
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: [
    'tls-error',
    'the host speaks nothing but HTTP/2, which no proxy is asked for',
  ],
  ERR_SSL_DH_KEY_TOO_SMALL: ['tls-error', 'the keys of the host are too weak'],
};

/** Codes by what they begin with, where they are not listed. */
const CODE_FAMILIES: readonly (readonly [RegExp, CheckReason, string])[] = [
  [
    /^(?:CERT_|UNABLE_TO_(?:VERIFY|GET|DECODE|DECRYPT)|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|CRL_|ERROR_IN_CERT)/,
    'bad-certificate',
    'the certificate is not valid',
  ],
  [/^(?:ERR_SSL_|ERR_TLS_|ERR_OSSL_)/, 'tls-error', NO_TLS],
  [/^HPE_/, 'unexpected-status', 'the answer is not valid HTTP'],
];

/** Families of failures that speak of the host, not of the page. */
const NETWORK_REASONS: ReadonlySet<CheckReason> = new Set([
  'dns-failure',
  'connection-refused',
  'connection-reset',
  'timeout',
  'tls-error',
  'bad-certificate',
  'network-error',
]);

/** The reason behind an error of the network layer, by its code and never by its message, in words for people. */
export function describeFetchError(error: unknown): FetchProblem {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === null) return { reason: 'network-error', evidence: `the request failed: ${message}` };
  const [reason, words] = meaningOf(code);
  return { reason, evidence: words === undefined ? message : `${words} (${code})` };
}

/** Failures without a connection that tell more of this machine than of the host it wanted to reach. */
const MACHINE_CODES: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENONET',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
]);

/** Reasons by which a network that is gone shows; a refused connection or a bad certificate is an answer. */
const UNREACHED_REASONS: ReadonlySet<CheckReason> = new Set(['dns-failure', 'timeout', 'network-error']);

/** Of whom a failure speaks before which no connection was made; undefined where the host was reached all the same. */
export function unreachedBy(reason: CheckReason, error: unknown): Unreached | undefined {
  if (!UNREACHED_REASONS.has(reason)) return undefined;
  return MACHINE_CODES.has(codeOf(error) ?? '') ? 'machine' : 'host';
}

/** True where the host, not the page, failed. */
export function isNetworkReason(reason: CheckReason): boolean {
  return NETWORK_REASONS.has(reason);
}

function meaningOf(code: string): readonly [CheckReason, string?] {
  const known = CODES[code];
  if (known !== undefined) return known;
  const [, reason, words] = CODE_FAMILIES.find(([codes]) => codes.test(code)) ?? [];
  return [reason ?? 'network-error', words ?? 'the request failed'];
}

/** The first code in an error, its causes and the attempts it sums up. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici gives these no code.
  if (error.name === 'HTTPParserError') return 'HPE_INVALID';
  if (error instanceof AggregateError) {
    for (const attempt of error.errors) {
      const code = codeOf(attempt);
      if (code !== null) return code;
    }
  }
  return codeOf(error.cause);
}
