/**
 * The headers both window hosts (Electron's own scheme and the loopback web host) send with everything they serve, in one
 * place so that the page cannot come to depend on the laxer one.
 *
 * No inline script or style, no foreign address of any kind: page titles, anchors and snippets of hostile sites are shown
 * in this window. Small images the build inlines are the only `data:`. `connect-src 'self'` covers the web host's socket.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Response headers for every answer, errors included. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  /* Browsers look up the hosts of the links a page shows, which here would tell those hosts that they are being looked at. */
  'X-DNS-Prefetch-Control': 'off',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
