import { describe, expect, it } from 'vitest';
import { describeFetchError } from '../../../src/engine/crawl/fetch-error.ts';
import { AddressRefused } from '../../../src/engine/crawl/safe-connector.ts';

function failing(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('describeFetchError', () => {
  it.each<[string, string, string, string]>([
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND a.test', 'dns-failure', 'no address is known for this host name (ENOTFOUND)'],
    ['UND_ERR_SOCKET', 'other side closed', 'connection-reset', 'the host closed the connection (UND_ERR_SOCKET)'],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'unable to verify the first certificate; try running Node.js with --use-system-ca',
      'bad-certificate',
      'it is not known who signed the certificate, or a part of its chain is missing (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
    ],
    ['CERT_REJECTED', 'rejected', 'bad-certificate', 'the certificate is not valid (CERT_REJECTED)'],
    [
      'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
      '405DF162BC7F0000:error:0A000410:SSL routines:ssl3_read_bytes:../deps/openssl/ssl/record/rec_layer_s3.c:1605',
      'tls-error',
      'no secure connection could be agreed on (ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE)',
    ],
    [
      'HPE_INVALID_CONSTANT',
      'Expected HTTP/',
      'unexpected-status',
      'the answer is not valid HTTP (HPE_INVALID_CONSTANT)',
    ],
    ['EWHATEVER', 'read EWHATEVER', 'network-error', 'the request failed (EWHATEVER)'],
  ])('says what %s means', (code, message, reason, evidence) => {
    expect(describeFetchError(failing(code, message))).toEqual({ reason, evidence });
  });

  it('finds the code behind an error', () => {
    const attempts = new AggregateError([failing('ECONNREFUSED', 'connect ECONNREFUSED 1.1.1.1:80')]);
    const evidence = 'the host refused the connection (ECONNREFUSED)';
    expect(describeFetchError(attempts)).toEqual({ reason: 'connection-refused', evidence });
    expect(describeFetchError(new TypeError('failed', { cause: attempts }))).toEqual({
      reason: 'connection-refused',
      evidence,
    });
  });

  it('leaves its own words as they are', () => {
    const evidence = '10.0.0.1 is private';
    expect(describeFetchError(new AddressRefused(evidence))).toEqual({ reason: 'private-address', evidence });
  });
});
