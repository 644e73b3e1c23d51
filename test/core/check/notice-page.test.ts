import { describe } from 'vitest';
import { page, table } from './judge-answer.ts';

const MENU = '<nav><a href="/">Home</a><a href="/boats">Boats</a><a href="/about">About</a></nav>';
const TITLE = '<title>Oars | Harbour days</title>';
const NOTE =
  '<p>The new ones are of ash, and they are as long as the old ones were. In a week on the lake none of them bent, and the varnish holds. Next year we shall see whether that was worth what they cost, and the trouble of it.</p>';
const OARS = { requestedUrl: 'https://blog.example/oars' };
const SITES_LIST = Array.from({ length: 14 }, (_, at) => `<a href="https://s${at}.example">Site ${at}</a>`).join(' ');

describe('findNotice', () => {
  table('short pages made of the words of notices', [
    ['a wall', 'bot-challenge', page('<p>Verifying the security of your browser, hold on.</p>')],
    ['a refusal', 'bot-challenge', page('<p>Traffic from this address looks automated and was blocked.</p>')],
    ['a German refusal', 'access-denied', page('<p>Zugriff gesperrt: Ihre IP wurde abgewiesen.</p>')],
    ['a Spanish wall', 'bot-challenge', page('<p>Verifica que eres humano. Seguridad del sitio.</p>')],
    ['a Chinese wall', 'bot-challenge', page('<p>为了网站的安全，请先等待浏览器的检查，然后继续访问本站的内容。</p>')],
    ['an error', 'soft-404', page('<p>An unexpected error occurred on the server, sorry.</p>')],
    ['something that is gone', 'soft-404', page('<p>Sorry, what was here has been deleted and is gone.</p>')],
    ['a parked name', 'parked', page('<p>Registrar parking: the domain is reserved by its registrant.</p>')],
    ['a login', 'login-page', page('<p>Username, password, login: restricted to those who register.</p>')],
    ['an age', 'consent-wall', page('<p>Adults only: you confirm to be of legal age, 18 or older.</p>')],
  ]);

  table('short pages that could be notices as well prove nothing', [
    ['a note without the link', 'thin-page', page('<h1>Post</h1><p>This is a post without the link.</p>')],
    ['a welcome', 'thin-page', page('<h1>Welcome to my website</h1><p>I write about boats and the sea.</p>')],
    ['a list', 'thin-page', page('<h1>Links</h1><ul><li><a href="https://a.example">A</a></li><li>B</li></ul>')],
    ['a sentence', 'thin-page', page('<p>New look, new home. Until Monday!</p>', '<title>Bye</title>')],
  ]);

  table('short pages that show by their shape that they are pages', [
    ['under a menu, titled like its address', 'absent', page(`${MENU}<h1>Oars</h1>${NOTE}`, TITLE), OARS],
    [
      'without a menu, as a dated article',
      'absent',
      page(`<article><time datetime="2020-01-02"></time>${NOTE}</article>`),
    ],
    ['a list of many sites', 'absent', page(`<h1>Links</h1>${SITES_LIST}`, '<title>Links</title>')],
  ]);

  table('what a thin page is called by its words', [
    ['an error in an odd tongue', 'soft-404', page('<h1>Chyba</h1><p>Stránka tu není.</p>')],
    ['a wall in an odd tongue', 'bot-challenge', page('<p>Tarkistamme selaimesi. Sivu avautuu pian.</p>')],
    ['an age gate', 'consent-wall', page('<h1>Czy masz ukończone 18 lat?</h1><p>Tak / Nie</p>')],
    ['an ad, in Dutch', 'soft-404', page('<h1>Deze advertentie is niet meer beschikbaar</h1>')],
    ['a topic, in Chinese', 'soft-404', page('<p>抱歉，指定的主题不存在或已被删除</p>')],
    [
      'consent in Czech',
      'consent-wall',
      page(
        '<h1>Vážíme si vašeho soukromí</h1><p>Bez souhlasu s cookies stránky nezobrazíme.</p><button>Přijmout vše</button>',
      ),
    ],
    [
      'consent in Danish',
      'consent-wall',
      page('<h1>Vi bruger cookies</h1><p>Giv samtykke til vores partnere.</p><button>Accepter</button>'),
    ],
    ['a suspension', 'parked', page('<p>Работа сайта приостановлена за неуплату.</p>')],
  ]);
});
