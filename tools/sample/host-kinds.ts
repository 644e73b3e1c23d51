/**
 * The sorts of sites that link to the fictional client: who they are, how they link, how many there are. The cast itself
 * is data, written by hand in cast.json.
 */
import { readFileSync } from 'node:fs';
import type { SampleAnchorKind, SampleTemplate } from '../../src/engine/sample/sample-data.ts';
import type { SeededRandom } from '../../src/engine/sample/seeded-random.ts';

export type Weights<T extends string> = Partial<Record<T, number>>;
export type PathStyle = 'dated' | 'slug' | 'news' | 'thread' | 'listing' | 'html' | 'number' | 'member';

export interface HostKind {
  readonly id: string;
  /** Second-level names, all under `.example`. */
  readonly names: readonly string[];
  /** How many more names to make up by machine. */
  readonly machineNames?: number;
  readonly topic: string;
  /** Key of prose.json's titles. */
  readonly titles: string;
  readonly language: string;
  readonly templates: Weights<SampleTemplate>;
  readonly pages: readonly [number, number];
  /** Range of Ahrefs' Domain rating. */
  readonly rating: readonly [number, number];
  readonly anchors: Weights<SampleAnchorKind>;
  /** Values of rel as written; `none` is no attribute. */
  readonly rels: Readonly<Record<string, number>>;
  readonly paths: PathStyle;
  /** Share of links that go to the front page. */
  readonly home: number;
  readonly platform: string;
  readonly spam?: true;
  readonly network?: number;
  /** One anchor and target for the whole site. */
  readonly sitewide?: true;
  /** One anchor for every site of the kind. */
  readonly fixedAnchor?: string;
  /** First-seen dates fall between these. */
  readonly since: readonly [string, string];
}

/** Draws a key by weight. */
export function weighted<T extends string>(weights: Weights<T>, random: SeededRandom): T {
  const entries: { key: T; weight: number }[] = [];
  for (const key in weights) entries.push({ key, weight: weights[key] ?? 0 });
  let point = random.next() * entries.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = entries.find(({ weight }) => {
    point -= weight;
    return point < 0;
  });
  return (drawn ?? random.pick(entries)).key;
}

/** Names such as `xk7-backlinks-best24`, as link sellers register them by the dozen. */
function machineNames(count: number, random: SeededRandom): string[] {
  const words = ['seo', 'links', 'backlinks', 'rank', 'best', 'top', 'web', 'dir', 'boost', 'cheap', 'pro', 'index'];
  return Array.from({ length: count }, (_item, index) => {
    const [first, second] = random.shuffled(words);
    const letters = Array.from({ length: random.between(2, 4) }, () =>
      random.pick('bcdfghjkmnpqrstvwxz'.split('')),
    ).join('');
    const number = 10 + index * 3 + random.between(0, 2);
    return random.pick([
      `${letters}${number}-${first}-${second}`,
      `${first}${second}${number}`,
      `${first}-${second}-${letters}-${number}`,
    ]);
  });
}

/** The whole cast. Machine-made names come from `random`, all others are written out. */
export function hostKinds(random: SeededRandom): HostKind[] {
  const cast: HostKind[] = JSON.parse(readFileSync(new URL('cast.json', import.meta.url), 'utf8'));
  return cast.map((kind) => {
    const made = machineNames(kind.machineNames ?? 0, random);
    return made.length === 0 ? kind : Object.assign(kind, { names: made });
  });
}
