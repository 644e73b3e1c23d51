import type { Unreached } from '../../core/check/fetch-outcome.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';

/** A failed request in the words of a check. */
export interface FetchProblem {
  readonly reason: CheckReason;
  readonly evidence: string;
}

const CODES: Readonly<Record<string, CheckReason>> = {
  ANCHORAGE_ADDRESS_REFUSED: 'private-address',
  ENOTFOUND: 'dns-failure',
  EAI_AGAIN: 'dns-failure',
  EAI_FAIL: 'dns-failure',
  EAI_NODATA: 'dns-failure',
  ENODATA: 'dns-failure',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-reset',
  ECONNABORTED: 'connection-reset',
  EPIPE: 'connection-reset',
  ANCHORAGE_STREAM_BROKEN: 'connection-reset',
  UND_ERR_SOCKET: 'connection-reset',
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: 'connection-reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'connection-reset',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'too-slow',
  ANCHORAGE_STREAM_SILENT: 'too-slow',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  EPROTO: 'tls-error',
  ANCHORAGE_HANDSHAKE_BROKEN: 'tls-error',
  UND_ERR_INVALID_ARG: 'unsupported-url',
};

const CERTIFICATE_CODES =
  /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY|GET|DECODE|DECRYPT)|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|CRL_|ERROR_IN_CERT)/;
const TLS_CODES = /^(?:ERR_SSL_|ERR_TLS_|ERR_OSSL_)/;

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

/** The reason behind an error of the network layer, by its code and never by its message. */
export function describeFetchError(error: unknown): FetchProblem {
  const code = codeOf(error) ?? '';
  const message = error instanceof Error ? error.message : String(error);
  return { reason: reasonOf(code), evidence: code === '' || message.includes(code) ? message : `${code}: ${message}` };
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

function reasonOf(code: string): CheckReason {
  const known = CODES[code];
  if (known !== undefined) return known;
  if (CERTIFICATE_CODES.test(code)) return 'bad-certificate';
  return TLS_CODES.test(code) ? 'tls-error' : 'network-error';
}

/** The first code in an error, its causes and the attempts it sums up. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) {
    for (const attempt of error.errors) {
      const code = codeOf(attempt);
      if (code !== null) return code;
    }
  }
  return codeOf(error.cause);
}
