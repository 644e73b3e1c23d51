import type { PreparedLink } from '../../core/model/prepared-record.ts';
import { publicSuffixOf } from '../../core/url/host-name.ts';
import type { UrlIdentity } from '../../core/url/url-identity.ts';

/**
 * Domains and targets by number: most rows of an export name one that an earlier row named, so that only its first mention carries its
 * name and the writing thread looks each up once. Numbers count from 0 in the order of first mentions.
 */
export interface PlaceNumbers {
  /** @param name registrable domain */
  domain(name: string): number;
  /** -1 where the row names no target. */
  target(link: PreparedLink): number;
  /** The places first named since the last call. */
  takeNew(): NewPlaces;
}

/** Places first named in a pack; each has the number behind the last of the packs before. */
export interface NewPlaces {
  /** True where numbers begin anew, with the first pack and whenever there are too many to be remembered. */
  readonly isFresh: boolean;
  readonly domains: readonly NewDomain[];
  readonly targets: readonly NewTarget[];
}

export interface NewDomain {
  readonly name: string;
  readonly suffix: string;
}

export interface NewTarget extends Pick<UrlIdentity, 'key' | 'url' | 'host'> {
  /** The target as written. */
  readonly written: string;
}

/** Names remembered before they are forgotten all at once. */
const REMEMBERED_NAMES = 500_000;

export function createPlaceNumbers(): PlaceNumbers {
  const domains = new Map<string, number>();
  const targets = new Map<UrlIdentity, number>();
  let fresh: { domains: NewDomain[]; targets: NewTarget[] } = { domains: [], targets: [] };
  let isFresh = true;
  return {
    domain(name) {
      const known = domains.get(name);
      if (known !== undefined) return known;
      const number = domains.size;
      domains.set(name, number);
      fresh.domains.push({ name, suffix: publicSuffixOf(name) });
      return number;
    },
    target({ record, target }) {
      if (target === null) return -1;
      // The preparer gives the same object for the same spelling.
      const known = targets.get(target);
      if (known !== undefined) return known;
      const number = targets.size;
      targets.set(target, number);
      fresh.targets.push({ key: target.key, url: target.url, host: target.host, written: record.target ?? '' });
      return number;
    },
    takeNew() {
      const taken = { isFresh, ...fresh };
      fresh = { domains: [], targets: [] };
      isFresh = domains.size + targets.size > REMEMBERED_NAMES;
      if (isFresh) {
        domains.clear();
        targets.clear();
      }
      return taken;
    },
  };
}
