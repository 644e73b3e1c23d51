import { identifyUrl } from '../url/url-identity.ts';

/**
 * A web address with its scheme mended (`htp://`, `http:/`, `https://https//`, `http:\\`, a blank behind the slashes), or
 * null where nothing in front of a host is meant as one.
 */
export function mendScheme(text: string): string | null {
  const found =
    /^(?:https?:\/\/\s*)?(?:h(?:tt?|ttt|xx|t)|ttt?)p(s?)\s?(?::[\\/]{0,3}|[\\/]{2}:?|;[\\/]{2})\s*(?=[^\s\\/:]+\.)/i.exec(
      text,
    );
  if (found === null) return null;
  const address = `http${(found[1] ?? '').toLowerCase()}://${withSlashes(text.slice(found[0].length))}`;
  return address === text || /\s/.test(address) || identifyUrl(address) === null ? null : address;
}

/** An address with its backslashes in front of the query as slashes, the way browsers read them. */
export function withSlashes(address: string): string {
  const query = address.search(/[?#]/);
  const end = query === -1 ? address.length : query;
  return address.slice(0, end).replaceAll('\\', '/') + address.slice(end);
}
