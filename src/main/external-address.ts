const LONGEST_ADDRESS = 4096;

/**
 * An address that may be given to the operating system to open, in its normal spelling; null for everything else.
 *
 * Only http and https: other schemes start programs (file:, smb:, ms-msdt: …). No user name or password, which serve to
 * make one host look like another.
 */
export function externalAddress(text: string): string | null {
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '' ? href : null;
}
