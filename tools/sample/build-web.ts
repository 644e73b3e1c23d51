/** Invents the hosts, their pages and the links on them; behaviours come after, in assign-behaviours.ts. */
import { capitalise, fillSlots } from '../../src/engine/sample/prose.ts';
import type { ProseBank, SampleHost, SampleLink, SamplePage } from '../../src/engine/sample/sample-data.ts';
import { type SeededRandom, seededRandom } from '../../src/engine/sample/seeded-random.ts';
import { inventLink } from './client-site.ts';
import { type HostKind, hostKinds, type PathStyle, weighted } from './host-kinds.ts';

export interface PlannedHost {
  readonly kind: HostKind;
  readonly host: SampleHost;
  readonly rating: number;
}

/** The whole cast with its pages, in an order that does not give the kinds away. */
export function buildHosts(bank: ProseBank): PlannedHost[] {
  const random = seededRandom('hosts');
  const planned = hostKinds(random).flatMap((kind) => kind.names.map((name) => buildHost(kind, name, bank)));
  return random.shuffled(planned);
}

function buildHost(kind: HostKind, name: string, bank: ProseBank): PlannedHost {
  const random = seededRandom(`host ${name}`);
  const host = hostName(kind, name, random);
  const template = weighted(kind.templates, random);
  const count = random.between(...kind.pages);
  const pages: SamplePage[] = [];
  const taken = new Set<string>();
  const shared = kind.sitewide === true ? pageLink(kind, random) : null;
  for (let index = 0; index < count; index += 1) {
    const title = capitalise(fillSlots(random.pick(bank.titles[kind.titles] ?? []), bank, random));
    const path = freePath(pagePath(kind.paths, title, index, random), taken);
    const own = weighted(kind.templates, random);
    pages.push({
      path,
      title,
      ...(own === template ? {} : { template: own }),
      links: shared === null ? pageLinks(kind, random) : [shared],
    });
  }
  return {
    kind,
    rating: random.between(kind.rating[0] * 10, kind.rating[1] * 10) / 10,
    host: {
      host,
      name: siteName(name),
      topic: kind.topic,
      language: kind.language,
      template,
      ...(random.chance(0.45) && !/^(blog|forum)\./.test(host) ? { www: true as const } : {}),
      ...(kind.network === undefined ? {} : { network: kind.network }),
      pages,
    },
  };
}

function pageLinks(kind: HostKind, random: SeededRandom): SampleLink[] {
  const first = pageLink(kind, random);
  if (!random.chance(0.12)) return [first];
  const second = pageLink(kind, random);
  return new URL(second.target).pathname === new URL(first.target).pathname ? [first] : [first, second];
}

function pageLink(kind: HostKind, random: SeededRandom): SampleLink {
  const link = inventLink(weighted(kind.anchors, random), kind.language, kind.home, random);
  const rel = weighted(kind.rels, random);
  const anchor = kind.fixedAnchor !== undefined && random.chance(0.85) ? kind.fixedAnchor : link.anchor;
  return { ...link, anchor, ...(rel === 'none' ? {} : { rel }) };
}

function hostName(kind: HostKind, name: string, random: SeededRandom): string {
  if (kind.id === 'forum' && random.chance(0.4)) return `forum.${name}.example`;
  if (kind.id === 'personal' && random.chance(0.2)) return `blog.${name}.example`;
  return `${name}.example`;
}

function pagePath(style: PathStyle, title: string, index: number, random: SeededRandom): string {
  const slug = slugOf(title);
  const made: Readonly<Record<PathStyle, () => string>> = {
    dated: () => `/${random.between(2020, 2025)}/${String(random.between(1, 12)).padStart(2, '0')}/${slug}/`,
    news: () => `/news/${random.pick(['business', 'community', 'features'])}/${slug}-${random.between(20_000, 98_000)}`,
    thread: () => `/viewtopic.php?f=${random.between(2, 14)}&t=${random.between(1_000, 48_000)}`,
    listing: () => `/${random.pick(['directory/kitchens', 'listings', 'joiners', 'companies'])}/${slug}`,
    html: () => `/${slug}.html`,
    number: () =>
      random.pick([
        `/?p=${random.between(100, 9_000)}`,
        `/page-${index + 1}.html`,
        `/p/${random.between(1_000, 99_000)}/`,
      ]),
    member: () => `/members/${slug}/`,
    slug: () => `/${slug}/`,
  };
  return made[style]();
}

function freePath(wanted: string, taken: Set<string>): string {
  let path = wanted;
  for (let copy = 2; taken.has(path); copy += 1) path = wanted.replace(/(\.html|\/)?$/, (end) => `-${copy}${end}`);
  taken.add(path);
  return path;
}

function slugOf(title: string): string {
  const slug = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'entry' : slug;
}

function siteName(label: string): string {
  if (label.startsWith('xn--')) return 'Küchenholz';
  const small = new Set(['and', 'of', 'the', 'to', 'a', 'on', 'with', 'in']);
  const words = label.split('-').map((word) => (small.has(word) ? word : capitalise(word)));
  return capitalise(words.join(' '));
}
