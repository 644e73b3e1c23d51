import { describe } from 'vitest';
import { page, TEXT, table } from './judge-answer.ts';

describe('findPaywall', () => {
  table('the beginning of a page behind a paywall', [
    ['in English', 'login-page', page(`${TEXT}<h2>Subscribe to continue reading</h2>`)],
    ['in German', 'login-page', page(`${TEXT}<p>Mit dem Hafen-Abo weiterlesen</p>`)],
    ['in French', 'login-page', page(`${TEXT}<p>Cet article est réservé aux abonnés.</p>`)],
    ['in Swedish', 'login-page', page(`${TEXT}<p>Det här är en artikel för dig som är prenumerant.</p>`)],
    ['for an account', 'login-page', page(`${TEXT}<p>Create a free account to read the whole story</p>`)],
    ['in Polish', 'login-page', page(`${TEXT}<p>Dalsza część tylko dla prenumeratorów</p>`)],
    ['in Portuguese', 'login-page', page(`${TEXT}<p>Matéria exclusiva para assinantes.</p>`)],
    ['in Turkish', 'login-page', page(`${TEXT}<p>Haberin devamı sadece abonelere özeldir.</p>`)],
    ['in Chinese', 'login-page', page(`${TEXT}<p>剩余内容订阅后可阅读</p>`)],
    ['in Japanese', 'login-page', page(`${TEXT}<p>この記事は有料会員限定です</p>`)],
    [
      'an account, in other words',
      'login-page',
      page(`${TEXT}<p>Become a member. Unlock this story and all others.</p>`),
    ],
    ['in French, with what is left', 'login-page', page(`${TEXT}<p>Il vous reste 80 % de cet article à lire.</p>`)],
    ['in Dutch, in other words', 'login-page', page(`${TEXT}<p>Lees verder met een abonnement</p>`)],
    ['in Russian', 'login-page', page(`${TEXT}<p>Чтобы дочитать, оформите подписку.</p>`)],
    ['no stories left', 'login-page', page(`${TEXT}<p>You have 0 free stories left this month.</p>`)],
    ['in a box like others', 'login-page', page(`${TEXT}<aside><h2>Subscribe to continue reading</h2></aside>`)],
    ['by its markup', 'login-page', page(`${TEXT}<div class="paywall"></div>`)],
    ['with a price', 'login-page', page(`${TEXT}<h2>Weiterlesen mit Plus</h2><p>Danach 9,90 Euro im Monat</p>`)],
    ['with a price, in Swedish', 'login-page', page(`${TEXT}<h2>Vill du läsa hela artikeln?</h2><p>1 krona</p>`)],
    ['for members', 'login-page', page(`${TEXT}<p>Werde Mitglied, um ihn vollständig zu lesen.</p>`)],
    ['in Polish, with what is left', 'login-page', page(`${TEXT}<p>Pozostało 85% artykułu.</p>`)],
    ['for those who pay already', 'login-page', page(`${TEXT}<p>Déjà abonné ?</p>`)],
    [
      'an article about paywalls',
      'absent',
      page(`${TEXT}<p>Subscribe to continue reading, it says.</p>`, '<title>The town that built a paywall</title>'),
      { requestedUrl: 'https://blog.example/the-town-that-built-a-paywall' },
    ],
    ['a price without reading on', 'absent', page(`${TEXT}<p>The oars cost 9,90 Euro each.</p>`)],
    ['a login for comments', 'absent', page(`${TEXT}<p>Log in to unlock this post for comments.</p>`)],
    ['a newsletter', 'absent', page(`${TEXT}<p>Subscribe to receive new posts by mail.</p>`)],
    ['a list of teasers', 'absent', page(`${TEXT}<p><a href="/2">Continue reading</a></p>`)],
    ['an offer below a whole article', 'absent', page(`${TEXT.repeat(2)}<p>Already a subscriber? Thank you.</p>`)],
  ]);
});
