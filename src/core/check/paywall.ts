import type { PageReading } from '../html/page-reading.ts';
import { bodyTextOf, findSign, ownTextOf, type PageSign, type SignPattern } from './page-sign.ts';

/** A page with more text than this shows more than a teaser. */
const MAX_TEASER = 1_500;
/** Short of this, who asks whether one has subscribed already has cut the text; below longer ones it is the foot of the site. */
const MAX_ASKING_TEASER = 800;
/** Characters around words of reading on within which an account is offered, and within which a price is named. */
const BESIDE = 90;
const BESIDE_PRICE = 160;

/** Words behind which the rest of a page is kept for those who pay. */
const PAYWALL_WORDS: readonly SignPattern[] = [
  {
    reason: 'login-page',
    pattern:
      /\b(?:subscribe (?:now |today )?to (?:continue|keep) reading|to (?:continue|keep) reading,? (?:please )?(?:subscribe|register|log ?in|sign ?in|become)|(?:article|story|content|post|page) is (?:only |exclusively )?(?:for|available (?:only |exclusively )?(?:to|for)|exclusive(?:ly)? (?:to|for)|reserved for) (?:our |all )?(?:paying |premium |paid )?(?:subscribers|members)|(?:create|register|sign up) (?:for )?(?:a |your )?(?:free )?(?:account )?to (?:continue|keep|read)|continue reading (?:in|on|with) (?:the|our) app|subscribers? only\b|become a (?:member|subscriber) to (?:read|continue)|reached your (?:free )?(?:article )?limit|free articles? (?:left|remaining))/i,
  },
  {
    reason: 'login-page',
    pattern:
      /mit (?:dem |einem |ihrem )?[\p{L}+-]*abo(?:nnement)? weiter|nur für (?:\p{L}+-)?abonnent|exklusiv für abonnent|réservée?s? aux abonnés|(?:pour )?lire la suite,? abonnez|la suite est réservée|abonnez-vous pour|(?:exclusivo|s[oó]lo) para (?:suscriptores|assinantes)|suscríbete para (?:seguir|leer|continuar)|riservat[oa] agli abbonati|abbonati per (?:leggere|continuare)|alleen voor abonnees|word abonnee|assine para (?:ler|continuar)|tylko dla (?:prenumeratorów|subskrybentów)|(?:endast|kun|bare) f[oö]r (?:prenumeranter|abonnenter)|f[oö]r (?:dig som|deg som|dem,? der) (?:är|er) (?:prenumerant|abonnent)|logga in för att läsa|vain tilaajille|только для подписчиков|оформите подписку,? чтобы|(?:exclusiv[oa]s?|s[oó]|apenas) para assinantes|abonelere özel|(?:jen|pouze) (?:pro )?předplatitel|(?:доступен|доступна|доступно|только) (?:\p{L}+ )?подписчик|للمشتركين فقط|订阅后可|numai pentru abonați|csak előfizetők|有料会員|会員限定|付费(?:阅读|会员)|订阅后(?:阅读|继续)|구독자 전용|유료 ?회원/iu,
  },
];

/** The question for those who have subscribed already. */
const ASKING_WORDS: readonly SignPattern[] = [
  {
    reason: 'login-page',
    pattern:
      /already a (?:paying |paid )?(?:subscriber|member)\?|(?:bereits|schon) (?:ein abo\b|abonnent)|déjà abonnée?|ya eres suscriptor|sei già abbonato|al abonnee\?|já é assinante|masz już prenumeratę|(?:er du|är du) (?:allerede|redan) (?:abonnent|prenumerant)/iu,
  },
];

/** Words of reading on, in many languages; blogs end their teasers with some of them as well. */
const READ_ON =
  /(?:continu\w+|keep) reading|(?:read|unlock|see|access) (?:the |this |our )?(?:full|whole|entire|rest|complete|remaining|article|story|post)|rest of (?:the|this) (?:article|story|post)|(?:un)?locked (?:article|story|post)|to (?:read on|continue\b)|(?:weiter|vollständig|ganz) ?(?:zu )?lesen|(?:vollständigen|ganzen|kompletten) (?:artikel|text|beitrag)|artikel (?:zu )?lesen|freischalten|lire (?:la suite|l[’']intégralité|cet article)|suite de (?:cet|l[’'])|seguir leyendo|continuar (?:leyendo|lendo)|(?:leer|ler) (?:el |o )?(?:artículo|artigo|resto|completo)|continua(?:re)? a leggere|leggere (?:l[’']|tutto)|läs(?:a)? (?:hela|vidare|mer av)|les (?:hele|videre)|læs(?:e)? (?:hele|videre)|lees (?:verder|het hele)|verder ?lezen|czyta\S* (?:dalej|cał)|przeczyta\S* cał|lue koko|jatka lukemista|(?:читать|прочитать) (?:дальше|далее|полностью|статью)|дочитать|devamını oku|citi\S* mai departe|olvas\S+ tovább|číst dál|číst celý|đọc tiếp|baca selengkapnya|続きを?(?:読|お読)|全文を?(?:読|見)|(?:阅读|查看)全文|继续阅读|繼續閱讀|계속 ?읽|전문 ?보기/giu;
/** Words of having an account. */
const ACCOUNT =
  /subscri|\bmembers?\b|membership|\bmitglied|\bmedlem|\bleden\b|\bmiembro|\bsóci[oa]s?\b|\badhérent|członk|\bčlen\S{0,3}\b|участник|\baccount\b|sign(?:ing)? ?(?:up|in)\b|log ?in\b|\bregist|\b[\p{L}+-]*abo\b|abonn|suscr[ií]|assin|abbon|prenum|subskry|tilaa|abonent|konto\b|anmeld|einlogg|inscri|inscrev|connectez|\bcompte\b|\bcuenta\b|\bconta\b|iscri|logga in|logg inn|log ind|zaloguj|подпис|аккаунт|зарегистр|войдите|\büye|giriş yap|abonea|în cont\b|előfizet|předplat|đăng nhập|berlangganan|会員|購読|ログイン|登録|订阅|訂閱|会员|登录|구독|회원|로그인|\b[\p{L}]+\+(?![\p{L}\p{N}])/iu;
/** What people read with an account on pages that are whole. */
const OTHER_THINGS =
  /comment|kommentar|commentaire|comentario|commenti|reactie|repl(?:y|ies)|newsletter|コメント|评论|댓글/iu;
/** An amount of money. */
const PRICE =
  /[$€£¥₩₽₹]\s?\d|\b(?:eur|usd|chf|gbp|sek|nok|dkk|kr)\.?\s?\d|\d\s?(?:[$€£¥₩₽₹]|(?:euros?|eur|usd|dollars?|chf|franken|kr(?:on\p{L}*)?|sek|nok|dkk|zł|pln|kč|ft|lei|ron|руб\p{L}*|грн|tl)(?!\p{L})|[円元원])/iu;
/** What counts down to a paywall. */
const METER =
  /\b\d{1,2} ?% (?:de (?:cet|l[’'])|(?:is )?left|of (?:this|the) (?:article|story)|dieses artikels|artyku\p{L}+|článku|статьи|restant|remaining)|\b(?:0|no|zero|[1-9]) (?:more )?(?:free|complimentary) (?:articles?|stor(?:y|ies)|posts?|reads?)\b/iu;

/** What shows that the rest of a page is kept for those who pay or have an account; null for none. */
export function findPaywall(reading: PageReading): PageSign | null {
  if (ownTextOf(reading) >= MAX_TEASER) return null;
  const markup = reading.signs.marks?.paywall ?? null;
  if (markup !== null) return { reason: 'login-page', evidence: `markup of a paywall, ${markup.slice(0, 120)}` };
  const text = bodyTextOf(reading);
  // The offer may stand in what looks like the frame of the site.
  const asking = ownTextOf(reading) < MAX_ASKING_TEASER ? ASKING_WORDS : [];
  const offer =
    findSign('the page says', text, [...PAYWALL_WORDS, ...asking]) ??
    findOffer(text) ??
    findOffer(reading.signs.excerpt);
  if (offer !== null) return offer;
  const meter = METER.exec(text)?.[0];
  return meter === undefined ? null : { reason: 'login-page', evidence: `the page says: "${meter}"`, isSaid: true };
}

/** Reading on and an account or a price side by side. */
function findOffer(text: string): PageSign | null {
  for (const { index, 0: match } of text.matchAll(READ_ON)) {
    const around = (distance: number): string =>
      text.slice(Math.max(0, index - distance), index + match.length + distance);
    const offer = ACCOUNT.exec(around(BESIDE))?.[0] ?? PRICE.exec(around(BESIDE_PRICE))?.[0];
    if (offer === undefined || OTHER_THINGS.test(around(BESIDE))) continue;
    const evidence = `the page says: "${match.trim()}" beside "${offer.trim()}"`;
    return { reason: 'login-page', evidence, isSaid: true };
  }
  return null;
}
