import { describe, expect, it } from 'vitest';
import type { KnownPage } from '../../../src/core/check/known-ground.ts';
import { type Answer, judge, page, TEXT, table } from './judge-answer.ts';

/** The frame that every page of a site has, with a text of its own in the sidebar. */
function themed(title: string, main: string): string {
  return page(
    `<header><nav><a href="/">Home</a><a href="/boats/">Boats</a><a href="/tours/">Tours</a><a href="/about/">About</a></nav></header>
    <main>${main}</main>
    <aside><h3>Recent posts</h3><ul><li><a href="/p1/">Oars of oak</a></li><li><a href="/p2/">Winter storage</a></li></ul>
      <p>We are a small club of rowers on the north bank. Founded in 1921, we keep nine wooden boats and row all year round.
      Guests are welcome on Sundays at ten, if they bring warm clothes and something to eat for everybody else.</p></aside>
    <footer><a href="/privacy">Privacy</a></footer>`,
    `<title>${title}</title>`,
  );
}

const ADDRESS: Answer = { requestedUrl: 'https://blog.example/winter/how-to-store-your-oars/' };
const STORY =
  '<p>We left the quay before sunrise, four in the boat and one at the rudder, and for the first hour nobody said a word. The sea was flat as a plate. Then the fog came in, and we turned back for breakfast.</p>';

type Hostile = readonly [name: string, html: string, answer?: Answer];

/** Notices in words that no table holds: none of them may be called gone. */
const NOTICES: readonly Hostile[] = [
  ['moving', page("<h1>We're moving house!</h1><p>New look, new home. See you on Monday.</p>")],
  ['moving, at an address that says so', page('<h1>Moving day</h1><p>Boxes everywhere!</p>'), at('/moving-day')],
  ['a German upgrade', page('<h1>Umzug</h1><p>Unser Blog bekommt gerade ein neues Zuhause.</p>')],
  ['Danish maintenance', page('<h1>Vi er straks tilbage</h1><p>Der arbejdes på siden lige nu.</p>')],
  ['Hebrew maintenance', page('<h1>האתר בשיפוצים</h1><p>נחזור בקרוב</p>')],
  [
    'a long notice with its heading for a title',
    page(
      '<h1>Wir bauen um</h1><p>Liebe Leserinnen und Leser, nach elf Jahren bekommt unser Magazin eine neue Gestalt. Bis zum Wochenende können Sie unsere Artikel deshalb nicht lesen. Alle Beiträge bleiben erhalten und kommen unter ihren alten Adressen zurück. Wer Fragen hat, erreicht die Redaktion wie gewohnt per Telefon. Wir freuen uns auf Sie und danken für Ihr Verständnis.</p>',
      '<title>Wir bauen um</title>',
    ),
  ],
  [
    'the end of a magazine',
    page(
      '<h1>Goodbye from all of us</h1><p>It was a wonderful journey. In 2009 we began to write about boats because nobody else did, and for fifteen years you read along, wrote to us, argued with us and sent us photographs from every harbour of the world. Now the time has come to let go. The magazine, with all its articles, has been taken from the net. Thank you, fair winds, and following seas.</p>',
      '<title>Goodbye from all of us</title>',
    ),
  ],
  [
    'a country that is shut out',
    page(
      '<p>Unfortunately, our website is currently unavailable in most European countries. We are engaged on the issue and committed to looking at options that support our full range of digital offerings to your market.</p>',
    ),
  ],
  [
    'a choice of countries',
    page('<h1>Where are you from?</h1><a href="/de">DE</a><a href="/fr">FR</a><a href="/uk">UK</a>'),
  ],
  [
    'a choice of languages, at an address that says so',
    page('<h1>Choose your language</h1><a href="/en">English</a><a href="/de">Deutsch</a><a href="/es">Español</a>'),
    at('/choose-your-language'),
  ],
  ['a splash page', page('<img src="logo.gif"><a href="/main.html">ENTER</a>')],
  [
    'a sponsor’s turn',
    page('<p>Thought of the day: few things are worth a hurry.</p><a href="/x">Continue to site</a>'),
  ],
  ['a queue', page('<p>Sie befinden sich in der Warteschlange. Geschätzte Zeit: 4 Minuten.</p>')],
  ['a Hungarian wait', page('<p>Az oldal betöltése folyamatban, ez eltarthat egy percig.</p>')],
  ['a slider', page('<p>スライダーを右に動かしてください。</p>')],
  ['a sum', page('<form><p>Koliko je 3 + 4 jabuka u košari?</p><input name="a"><button>Nastavi</button></form>')],
  ['a quota', page('<h1>You have read your five free stories this month</h1><button>See offers</button>')],
  ['an app', page('<h1>Better in the app</h1><p>Scan the code with your phone to read on.</p><img src="qr.png">')],
  ['an email wall', page('<h1>Where shall we send it?</h1><form><input type="email"><button>Go</button></form>')],
  ['a Norwegian paywall', page('<h1>Denne artikkelen er for abonnenter</h1><button>Kjøp tilgang</button>')],
  ['an age gate', page('<h1>Je vám více než 18 let?</h1><a href="/?a=1">Ano</a> <a href="https://x.example">Ne</a>')],
  [
    'a long consent wall in a language without a table',
    page(
      '<h1>Az Ön adatainak védelme fontos</h1><p>Mi és a partnereink információkat tárolunk egy eszközön vagy hozzáférünk az eszközön tárolt információkhoz, és személyes adatokat kezelünk személyre szabott hirdetések és tartalom nyújtásához, hirdetés- és tartalomméréshez, nézettségi adatok gyűjtéséhez, valamint termékek kifejlesztéséhez. Az Ön engedélyével mi és a partnereink pontos geolokációs adatokat is felhasználhatunk, és eszközleolvasásos módszerrel azonosítási információkat is kérhetünk a böngészőtől.</p><button>ELFOGADOM</button><button>TOVÁBBI LEHETŐSÉGEK</button>',
    ),
  ],
  ['a suspended account', page('<p>Este site encontra-se suspenso. Fale com o suporte da hospedagem.</p>')],
  [
    'a domain’s lander',
    page('<h1>blog.example</h1><a href="/c/1">Loans</a> <a href="/c/2">Hotels</a> <a href="/c/3">Cars</a>'),
  ],
  [
    'an auction',
    page('<h1>blog.example</h1><p>Auction ends in 5 days. Current bid 310 dollars.</p><button>Bid</button>'),
  ],
  [
    'a fresh installation',
    page('<h1>You Are All Set to Go!</h1><p>Now bring your own files and start your journey.</p>'),
  ],
  ['a blocked country', page('<p>Il sito è stato oscurato in esecuzione di un provvedimento dell’Autorità.</p>')],
  ['a Turkish order', page('<p>Bu internet sitesi hakkında mahkeme kararı ile koruma tedbiri uygulanmaktadır.</p>')],
  ['a protest', page('<h1>This site has gone dark</h1><p>Today we protest. Write to your representative.</p>')],
  ['a witty miss', page('<h1>Man overboard!</h1><p>This vessel sailed without you. Swim back to the harbour.</p>')],
  ['a miss under a menu', themed('Rowing Club', '<h1>Dead end</h1><p>You have rowed into a blind channel.</p>')],
  [
    'a miss of some length that shares only the site’s word with its address',
    themed(
      'Oars & Boats',
      '<h2>A loose end</h2><p>Nothing has been tied here so far, or somebody has cast it off again. Most ropes lead back to the front page, and some to the quay behind it.</p>',
    ),
    at('/knots/how-to-tie-boats-safely/'),
  ],
  [
    'a miss with a list of other posts',
    themed(
      'Oars & Boats',
      '<h1>Hm, that one is not around</h1><p>Perhaps something from the last weeks:</p><p>Four lines about winter storage that were written for the list of posts and say next to nothing.</p><p>Four lines about the regatta that were written for the list of posts and say little more.</p>',
    ),
    at('/2018/03/mending-nets-by-hand/'),
  ],
  ['the same at another address', themed('Rowing Club', '<h1>Dead end</h1><p>A blind channel.</p>'), ADDRESS],
  [
    'a Hungarian miss under a menu',
    themed('Klub', '<h1>Hoppá!</h1><p>Ilyen oldalunk nincs, talán elírta a címet.</p>'),
  ],
  ['a Greek miss under a menu', themed('Όμιλος', '<h1>Ωχ!</h1><p>Αυτό που ψάχνετε δεν υπάρχει πια εδώ.</p>')],
  [
    'a Japanese miss under a menu',
    themed('ボート部', '<h1>申し訳ありません</h1><p>この投稿は公開を終了しました。</p>'),
  ],
  [
    'a teaser',
    themed(
      'The lighthouse | Herald',
      `<article><h1>The lighthouse</h1>${STORY}<div class="paywall">Read on</div></article>`,
    ),
    at('/the-lighthouse'),
  ],
  [
    'a skeleton under a menu',
    themed('The lighthouse', '<article><h1>The lighthouse</h1><i></i></article><script src="/b.js"></script>'),
    at('/the-lighthouse'),
  ],
  [
    'a consent wall with the head of its article',
    page(
      '<h2>One click and you are in</h2><p>The Herald is paid for by advertising. To read for free you let us and our 312 partners use data from your device. Or choose Herald Pure, without ads.</p><button>Fine by me</button><button>Herald Pure</button>',
      '<title>The lighthouse | Herald</title><meta property="article:published_time" content="2024-01-01">',
    ),
    at('/the-lighthouse'),
  ],
];

/** Three sentences in the dress of a board, with nothing that says which of its pages it is. */
const CLOSED =
  '<h2>Hinweis</h2><p>Nach zwölf Jahren hören wir auf. Wir danken allen, die hier geschrieben haben, und freuen uns auf ein Wiedersehen am Steg.</p>';

/** The page itself by title, heading, date and canonical, with something else in place of its text. */
const HEADS: readonly Hostile[] = (
  [
    ['a script’s place', 'De vuurtoren wordt geladen…'],
    ['a withdrawn text', 'A szöveg szerzői jogi okokból nem olvasható.'],
    ['a pause', 'Textul este în lucru. Reveniți curând pe la noi!'],
    ['a shy owner', 'The owner of this page keeps it to himself for the time being.'],
    [
      'an archive that sells',
      'Tento text je uložen v archivu a není volně přístupný. Celé znění si můžete objednat v redakci.',
    ],
    [
      'a cookie wall',
      'Ce contenu est bloqué car vous n’avez pas accepté les cookies et autres traceurs. En cliquant sur « J’accepte », les traceurs seront déposés et vous pourrez visualiser le contenu. En cliquant sur « Je m’abonne », vous choisissez de ne pas accepter les traceurs tout en accédant au site.',
    ],
  ] as const
).map(([name, text]) => [
  name,
  page(
    `<nav><a href="/">Home</a><a href="/a">Boats</a><a href="/b">Tours</a></nav>
     <article><h1>The lighthouse</h1><time datetime="2021-05-04">4 May</time><p>${text}</p></article>`,
    '<title>The lighthouse</title><link rel="canonical" href="/the-lighthouse">',
  ),
  { ...at('/the-lighthouse'), known: { titles: ['The lighthouse'], anchors: [], contexts: [], textLength: null } },
]);

/** Pages that hold the link no more. */
const PAGES: readonly Hostile[] = [
  [
    'with links that carry its number',
    themed('Club', `${STORY}<a href="/reply?t=5518">Reply</a>`),
    at('/topic?t=5518'),
  ],
  ['of the year of its address', themed('Club', `<p>May 2009</p>${STORY}`), at('/diary/2009_05.html')],
  ['of links', themed('Our links', `${STORY}<p><a href="https://a.test">A</a></p>`), at('/links.html')],
  [
    'with the words of the link',
    themed(
      'Club',
      `<p>Five pairs of good walking shoes were left at the pier, and nobody has come for them so far.</p>`,
    ),
    { ...at('/p/12'), known: { titles: [], anchors: ['good walking shoes'], contexts: [], textLength: null } },
  ],
  ['a text of some length', page(TEXT)],
  [
    'a few sentences without a link',
    page(
      '<h1>Oars</h1><p>Five pairs were tried this spring. The second was the best by far, though the blades could be longer. The ones from last year still do their work in calm water, so we keep them for the children.</p>',
      '<title>Oars</title>',
    ),
    at('/oars'),
  ],
  [
    'a filler text',
    page(
      '<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.</p>'.repeat(
        3,
      ),
      '<title>Filler</title>',
    ),
  ],
  [
    'a paragraph titled like its address',
    page(`<h1>At the lighthouse</h1>${STORY}`, '<title>At the lighthouse</title>'),
    at('/2020/lighthouse'),
  ],
  [
    'a paragraph under a menu',
    themed('At sea | Rowing Club', `<article><h1>At sea</h1>${STORY}</article>`),
    at('/at-sea'),
  ],
  [
    'with a banner',
    themed('At sea | Rowing Club', `<h1>At sea</h1>${STORY}<div>We use cookies.</div><button>OK</button>`),
    at('/at-sea'),
  ],
  [
    'Russian, with its address in Latin letters',
    page(
      '<h1>Утро в порту</h1><p>Лодки выходят в море ещё до рассвета. Старики чинят сети на причале, дети бегают за чайками, а к полудню все возвращаются с рыбой и новостями. Вечером на площади играет старый оркестр.</p>',
      '<title>Утро в порту</title>',
    ),
    at('/utro-v-portu'),
  ],
  [
    'of a member',
    page(
      '<nav><a href="/">Home</a><a href="/a">Boats</a><a href="/b">Tours</a></nav><h1>Oarsman</h1><p>Rows in the second boat. Joined <time datetime="2014-02-03">3 February 2014</time></p>',
      '<title>Oarsman</title>',
    ),
    at('/members/oarsman.41/'),
  ],
  [
    'of a thread about captchas',
    page(
      `<nav><a href="/">Home</a><a href="/a">Boats</a><a href="/b">Tours</a></nav><h1>Captcha since the move</h1><div id="p81" class="post"><p class="postbody">Since we moved there is a captcha on every page. ${STORY}</p></div>`,
      '<title>Captcha since the move</title>',
    ),
    at('/viewtopic.php?t=81'),
  ],
  [
    'of a portal that names its source',
    page(
      `<nav><a href="/">首页</a><a href="/a">新闻</a><a href="/b">论坛</a></nav><h1>港口的早晨</h1><p>2018-12-04 来源：本站</p><p>${'天还没亮渔船就出港了，老人坐在码头上补网，孩子们追着海鸥跑。'.repeat(8)}</p>`,
      '<title>港口的早晨</title>',
    ),
    at('/news/show-5120.html'),
  ],
  [
    'of a thread',
    themed(
      'Which oars?',
      '<h1>Which oars?</h1><div id="p81" class="post"><p class="postbody">Which do you use on rough water?</p></div><div id="p82" class="post"><p class="postbody">Wood for me.</p></div>',
    ),
  ],
  [
    'that shuts its door to comments only',
    themed('At sea | Rowing Club', `<h1>At sea</h1>${STORY}<p>You must be logged in to post a comment.</p>`),
    at('/at-sea'),
  ],
  [
    'that sells to adults',
    themed('At sea | Rowing Club', `<h1>At sea</h1>${STORY}<p>You must be 18 or older to order.</p>`),
    at('/at-sea'),
  ],
];

function named([name, html, answer]: Hostile) {
  return { name, html, answer };
}

function at(path: string): Answer {
  return { requestedUrl: `https://blog.example${path}` };
}

describe('groundOf', () => {
  table('texts in the dress of a site that nothing names', [
    ['a farewell', 'thin-page', themed('Ruderfreunde - Hinweis', CLOSED), at('/viewtopic.php?t=940')],
    [
      'one whose address is of an earlier year',
      'thin-page',
      themed('Ruderfreunde - Hinweis', `${CLOSED}<p>© 2009 Ruderfreunde</p>`),
      at('/2009/05/940.html'),
    ],
    [
      'one whose title has the section of the address',
      'thin-page',
      themed('Ruderfreunde - Hinweis', `<article>${CLOSED}</article>`),
      at('/ruderfreunde/alter-steg'),
    ],
    [
      'one that has no word of the link',
      'thin-page',
      themed('Ruderfreunde - Hinweis', CLOSED),
      { ...at('/p/12'), known: { titles: [], anchors: ['gute Schuhe'], contexts: [], textLength: null } },
    ],
  ]);

  it.each([...NOTICES, ...HEADS].map(named))('leaves the link unknown: $name', ({ html, answer }) => {
    expect(judge(html, answer)).toMatchObject({ state: 'unknown', occurrences: [] });
  });

  it.each(PAGES.map(named))('calls the link gone from $name', ({ html, answer }) => {
    expect(judge(html, answer)).toMatchObject({ state: 'gone', reason: 'absent' });
  });

  const worded = { requestedUrl: 'https://blog.example/2014/mending-a-chair' };
  const shop = page(
    `<h1>Furniture</h1><time datetime="2024-01-02">2 January</time>${TEXT}`,
    '<title>Furniture</title>',
  );
  table('texts that have no word of their address', [
    ['with a date', 'thin-page', shop, worded],
    ['with a date, at an address without words', 'absent', shop, { requestedUrl: 'https://blog.example/?p=123' }],
    [
      'with a title in other letters',
      'absent',
      page(`<time datetime="2024-01-02">1</time>${TEXT}`, '<title>かんな</title>'),
      worded,
    ],
    ['long ones', 'absent', page(TEXT.repeat(3), '<title>Furniture</title>'), worded],
    [
      'long ones that name another page as their original',
      'thin-page',
      page(TEXT.repeat(3), '<title>Furniture</title><link rel="canonical" href="/category/furniture">'),
      worded,
    ],
    [
      'that name another spelling of it',
      'absent',
      page(TEXT, '<title>Chairs and how to go about mending</title><link rel="canonical" href="/mending-chairs">'),
      worded,
    ],
  ]);

  const CHINESE = `<p>${'天还没亮渔船就出港了，老人坐在码头上补网，孩子们追着海鸥跑。'.repeat(12)}</p>`;
  const known = (facts: Partial<KnownPage>): Answer => ({
    known: { titles: [], anchors: [], contexts: [], textLength: null, ...facts },
  });
  const short = page('<h1>Post</h1><p>Boats, mostly, and what the harbour thinks of them.</p>');
  const several = page(`<h1>Post</h1>${STORY}`);
  const longer = page(`<h1>Post</h1>${TEXT}`);
  const plain = page(TEXT);
  table('what was known of the page decides about a thin one', [
    ['nothing', 'thin-page', short],
    ['nothing, of some sentences', 'thin-page', several],
    ['its title, of some sentences', 'absent', several, known({ titles: ['harbour  DAYS'] })],
    [
      'its title beside the name of a board',
      'absent',
      page(STORY, '<title>Harbour days > Free board</title>'),
      known({ titles: ['Harbour days'] }),
    ],
    ['its title above one sentence', 'thin-page', short, known({ titles: ['harbour  DAYS'] })],
    [
      'its title, in Chinese',
      'absent',
      page(CHINESE, '<title>港口的早晨</title>'),
      known({ titles: ['港口早晨的散步'] }),
    ],
    [
      'another title, in Chinese',
      'thin-page',
      page(CHINESE, '<title>今年的板栗 - 山野</title>'),
      known({ titles: ['港口早晨的散步 - 山野'] }),
    ],
    [
      'the title of a notice, which the export had met as well',
      'bot-challenge',
      page('<p>Nothing much to see for now.</p>', '<title>Please wait</title>'),
      known({ titles: ['Please wait'] }),
    ],
    [
      'another title than that of a dated notice',
      'thin-page',
      page(`<article><h1>Harbour days</h1><time datetime="2024-01-02">2</time>${TEXT}</article>`),
      known({ titles: ['Ten good shoes for the spring'] }),
    ],
    ['another title', 'thin-page', plain, known({ titles: ['Ten good shoes for the spring'] })],
    ['a title that shares a word', 'absent', plain, known({ titles: ['Days of rain'] })],
    [
      'a title that shares the name of the site',
      'thin-page',
      page(TEXT, '<title>Harbour days | The Blog</title>'),
      known({ titles: ['Ten good shoes | The Blog'] }),
    ],
    [
      'a title that shares what stands between bars',
      'thin-page',
      page(TEXT, '<title>Harbour days - Letters from the Mill</title>'),
      known({ titles: ['Ten good shoes - Letters from the Mill'] }),
    ],
    ['the text beside the link', 'absent', short, known({ contexts: ['what the harbour thinks of them'] })],
    ['too little of that text', 'thin-page', short, known({ contexts: ['the harbour'] })],
    ['a far longer text', 'thin-page', longer, known({ textLength: 40_000 })],
    ['a text as long', 'absent', longer, known({ textLength: 700 })],
    ['a long text that lost some', 'absent', longer, known({ textLength: 1_500 })],
  ]);

  it('says what it missed', () => {
    expect(judge(page('<p>New look, new home. See us on Monday.</p>')).evidence).toBe(
      '37 characters of text and 0 links; hardly any link; nothing that says which page it is; no more than 37 characters below its heading',
    );
  });
});

describe('findDoubt', () => {
  const disqus = `<article>${TEXT}</article><div id="disqus_thread"></div><script src="https://x.disqus.com/embed.js"></script>`;
  table('comments that scripts fetch', [
    ['Disqus', 'javascript-comments', page(disqus)],
    ['a link that stood in the comments', 'javascript-comments', page(disqus), { placement: 'comment' }],
    ['a link that stood in the text', 'absent', page(disqus), { placement: 'content' }],
    [
      'comments in the page',
      'absent',
      page(`${TEXT}<div id="comments"><p>Nice!</p></div><script src="/c.js"></script>`),
    ],
    ['a name in words', 'mention-only', page(`${TEXT}<p>We buy at client.test.</p><div id="disqus_thread"></div>`)],
  ]);

  table('a brand in the words of a thin page', [
    ['that may be a notice', 'thin-page', page('<h1>Clientel</h1><p>A new day, a new home.</p><button>Go</button>')],
    ['the host is surer', 'mention-only', page('<h1>Shoes</h1><p>Bought at client.test.</p>')],
  ]);
});
