import { wordsOf } from '../anchors/fold-text.ts';

/** Words by which a site speaks of itself, and those by which it speaks to its reader, in the languages with most pages. */
const OURSELVES = new Set(
  'we our us ours wir uns unser unsere unserer unseren unserem nous notre nos nosotros nuestro nuestra nuestros nuestras noi nostro nostra nostri nostre nós nosso nossa nossos nossas wij ons onze nasz nasza nasze naszej naszych nas vi vår våra vårt vores vår våre oss os me meidän náš naše našeho naší nám biz bizim мы наш наша наше наши нашего нашей нас ми наші нашого μας אנחנו שלנו'.split(
    ' ',
  ),
);
const READER = new Set(
  'you your yours sie ihre ihren ihrem ihnen ihr du dich dir dein deine deinen vous votre vos tu te ton ta usted ustedes tus voi vostro vostra vostri tuo tua você vocês seu sua u uw je jouw jullie państwo państwa ci cię twój twoja twoje twojej du dig din ditt dina ni er dere deg din sinä sinun te teidän ön önök vás vám váš vaše siz sizi sizin вы вас вам ваш ваша ваше ваши ви вам σας אתם לך'.split(
    ' ',
  ),
);

/** What a site calls itself. */
const SITE = new Set(
  'website site webseite seite internetseite webpräsenz angebot sitio sito pagina página strona strony serwis webbplats sidan siden nettsted hjemmeside sivusto sivu stránka stránky web oldal weboldal honlap сайт сайта сайте страница sayfa sayfamız サイト 网站 사이트'.split(
    ' ',
  ),
);

/**
 * True for a text in which a site speaks of itself to its reader or as a site, as notices do: “we will tell you”, “our site”. Texts
 * with something to tell seldom do.
 */
export function speaksToReader(text: string): boolean {
  const words = wordsOf(text.toLowerCase());
  return words.some((word) => OURSELVES.has(word)) && words.some((word) => READER.has(word) || SITE.has(word));
}
