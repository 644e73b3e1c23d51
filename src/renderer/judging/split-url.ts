/** An address in the parts a table cell shows: the host stands out, the middle gives way first. */
export interface SplitUrl {
  readonly host: string;
  /** The part that is cut when there is no room. */
  readonly middle: string;
  /** The end of a long path, kept in sight. */
  readonly end: string;
}

const END_LENGTH = 14;
const LONG_PATH = 40;

/**
 * Splits an address for display, without its scheme and `www.`. Text that is no address is all `middle`.
 *
 * @example splitUrl('https://www.example.com/a') is { host: 'example.com', middle: '/a', end: '' }
 */
export function splitUrl(address: string): SplitUrl {
  const match = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)(.*)$/is.exec(address);
  const [, host, path] = match ?? [];
  if (host === undefined || path === undefined) return { host: '', middle: address, end: '' };
  const shown = path === '/' ? '' : path;
  const isLong = shown.length > LONG_PATH;
  return {
    host: host.replace(/^www\./i, ''),
    middle: isLong ? shown.slice(0, -END_LENGTH) : shown,
    end: isLong ? shown.slice(-END_LENGTH) : '',
  };
}
