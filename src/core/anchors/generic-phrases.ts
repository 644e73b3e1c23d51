import { listOf } from './list-of.ts';

/** Anchors that say nothing of the target, by language; written as people write them and folded when used. */
const GENERIC_BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  en: listOf(`
    click here, click this link, here, this, this link, this page, this site, this website, this article, this
    post, this blog, link, links, website, web site, site, web, homepage, home, home page, url, read more, read
    on, more, more info, more information, learn more, find out more, see more, visit, visit site, visit website,
    visit our website, visit the website, visit page, go, go to website, source, via, check it out, check this
    out, continue reading, details, view, download, official site, official website, article, blog, page,
    original, original article, reference, info, buy now, shop now, website link, company website, see here, view
    website, external link, next, open
  `),
  de: listOf(`
    hier, hier klicken, klicken sie hier, klick hier, mehr, mehr dazu, mehr erfahren, mehr lesen, mehr infos, mehr
    informationen, weiterlesen, weitere informationen, zur website, zur webseite, webseite, zur homepage, diese
    seite, quelle, zum artikel, startseite, internetseite, siehe hier, zum shop
  `),
  fr: listOf(`
    ici, cliquez ici, cliquer ici, cliquez-ici, en savoir plus, lire la suite, lire plus, plus, voir, plus
    d’infos, plus d’informations, site, site web, site internet, le site, son site, ce site, lien, ce lien, voir
    le site, visiter le site, accueil, par ici, cet article, découvrir, site officiel
  `),
  es: listOf(`
    aquí, clic aquí, haz clic aquí, haga clic aquí, click aquí, pincha aquí, pulsa aquí, leer más, más, ver más,
    más información, más info, saber más, enlace, este enlace, sitio web, página web, web, visitar, visitar web,
    visitar sitio, fuente, inicio, sitio oficial, web oficial, seguir leyendo
  `),
  it: listOf(`
    qui, clicca qui, cliccate qui, cliccando qui, leggi tutto, leggi di più, continua a leggere, scopri di più,
    maggiori informazioni, più informazioni, sito, sito web, sito ufficiale, questo link, fonte, visita il sito,
    vai al sito, vedi
  `),
  pt: listOf(`
    aqui, clique aqui, clica aqui, leia mais, ler mais, saiba mais, saber mais, mais, mais informações, ver mais,
    este link, este site, fonte, visitar site, visite o site, página, site oficial
  `),
  nl: listOf(`
    hier, klik hier, klik op deze link, lees meer, lees verder, meer, meer info, meer informatie, deze site, deze
    website, deze link, bron, bekijk, naar de website, bezoek website, bezoek de website
  `),
  pl: listOf(`
    tutaj, tu, kliknij tutaj, kliknij, kliknij tu, więcej, czytaj więcej, czytaj dalej, dowiedz się więcej,
    zobacz, zobacz więcej, strona, strona internetowa, na stronie, ta strona, źródło, więcej informacji, sprawdź
  `),
  sv: listOf(`
    här, klicka här, läs mer, mer, mer info, mer information, hemsida, webbplats, länk, källa, besök
  `),
  da: listOf(`
    her, klik her, læs mere, mere, hjemmeside, kilde, besøg, se mere, denne side
  `),
  nb: listOf(`
    her, klikk her, les mer, mer, nettside, hjemmeside, lenke, kilde, besøk
  `),
  fi: listOf(`
    tästä, täältä, klikkaa tästä, klikkaa, lue lisää, lisää, lisätietoja, kotisivu, verkkosivu, linkki, lähde
  `),
  cs: listOf(`
    zde, klikněte zde, klikni zde, tady, více, více informací, číst více, čtěte více, web, odkaz, zdroj, stránky
  `),
  tr: listOf(`
    buraya tıklayın, buraya tıkla, tıklayın, tıkla, burada, buradan, devamı, devamını oku, daha fazla, site,
    kaynak
  `),
  ru: listOf(`
    здесь, тут, сюда, жми, жмите сюда, нажмите здесь, кликните здесь, подробнее, читать далее, читать, далее,
    сайт, ссылка, по ссылке, эта ссылка, перейти, перейти на сайт, источник, официальный сайт, узнать больше
  `),
  uk: listOf(`
    тут, натисніть тут, детальніше, читати далі, сайт, посилання, за посиланням, джерело, перейти
  `),
  ja: listOf(`
    こちら, こちらから, こちらをクリック, ここ, ここをクリック, 続きを読む, 詳細, 詳しくはこちら, もっと見る, リンク, サイト, 公式サイト, ホームページ, 公式ホームページ
  `),
  zh: listOf(`
    点击这里, 點擊這裡, 点击此处, 這裡, 这里, 此处, 更多, 查看更多, 阅读更多, 閱讀更多, 了解更多, 官网, 官方网站, 网站, 網站, 链接, 連結, 来源
  `),
  ko: listOf(`
    여기, 여기를 클릭, 여기를 클릭하세요, 클릭, 더 보기, 더보기, 자세히 보기, 바로가기, 홈페이지, 링크, 출처, 사이트
  `),
  ar: listOf(`
    هنا, اضغط هنا, انقر هنا, المزيد, اقرأ المزيد, الموقع, رابط, المصدر
  `),
};

/** Every generic phrase of every language we know, unfolded. */
export const GENERIC_PHRASES: readonly string[] = Object.values(GENERIC_BY_LANGUAGE).flat();
