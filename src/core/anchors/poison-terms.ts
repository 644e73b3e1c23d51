import { listOf } from './list-of.ts';

/** The trades whose links are bought by the thousand, as the field groups them. */
export const POISON_TRADES = ['adult', 'pharma', 'gambling', 'loans'] as const;
export type PoisonTrade = (typeof POISON_TRADES)[number];

/** Terms that have hardly another meaning: one of them decides unless the text reports on them. */
export const STRONG_TERMS: Readonly<Record<PoisonTrade, readonly string[]>> = {
  adult: listOf(`
    pornhub, adult dating, adult video, adult chat, adult cam, xvideos, xhamster, hentai, milf, camgirl, sex cam,
    sexcam, webcam sex, live sex, sex chat, sex video, sex shop online, xxx video, xxx movies, nude girls, call
    girls, escort service, escort girls, порно, проститутки, секс видео, seks videolari, bokep, erotikchat, putas,
    色情, 成人视频, 成人電影, 約炮, 约炮, アダルト動画, 出会い系, セフレ, 야동, 출장안마, หนังโป๊, سكس
  `),
  pharma: listOf(`
    viagra, cialis, levitra, kamagra, tadalafil, sildenafil, vardenafil, phentermine, tramadol online, xanax
    online, buy xanax, buy tramadol, buy modafinil, online pharmacy, canadian pharmacy, cheap pills, buy steroids,
    penis enlargement, виагра, сиалис, potenzmittel, farmacia online, 威而钢, 威而鋼, バイアグラ, 비아그라
  `),
  gambling: listOf(`
    slot gacor, gacor, slot online, situs slot, situs judi, judi online, judi bola, agen judi, bandar togel,
    togel, sbobet, slot88, pragmatic play, joker123, online casino, casino online, casino bonus, casino en ligne,
    online kasino, online slots, play slots, video slots, slots casino, online gambling, online betting, sports
    betting, no deposit bonus, free spins, real money slots, casino sin deposito, casino en linea, casinos online,
    casino utan svensk licens, nettikasino, kasyno online, casinò online, cassino online, nha cai, ca cuoc, canli
    bahis, bahis siteleri, casino siteleri, deneme bonusu, kacak bahis, онлайн казино, казино онлайн, игровые
    автоматы, ставки на спорт, букмекерская контора, 1xbet, mostbet, melbet, 赌场, 賭場, 博彩, 百家乐, 百家樂, 老虎机, 老虎機, 娱乐城,
    娛樂城, オンラインカジノ, 바카라, 카지노사이트, 토토사이트, 온라인카지노, 먹튀, บาคาร่า, สล็อต, คาสิโน
  `),
  loans: listOf(`
    payday loan, payday advance, cash advance loan, bad credit loan, no credit check loan, instant loan, loans
    online, online loan, quick loan, same day loan, title loan online, kredit ohne schufa, sofortkredit, prestamos
    rapidos, creditos rapidos, minicreditos, credit rapide, pret rapide, prestiti veloci, emprestimo rapido,
    chwilowki, pozyczki online, snabblan, sms lan, kviklan, forbrukslan, pikavippi, займ онлайн, микрозайм, займы,
    消費者金融, 貸款, 小额贷款, 대출
  `),
};

/** Terms with honest meanings (an escort is also a car, a novel is called Casino Royale): they need company. */
export const WEAK_TERMS: Readonly<Record<PoisonTrade, readonly string[]>> = {
  adult: listOf(`
    sex, porn, porno, xxx, erotic, erotik, escort, секс, seks
  `),
  pharma: listOf(`
    pharmacy, pill, steroid, xanax, tramadol, apotheke, pharmacie, аптека
  `),
  gambling: listOf(`
    casino, kasino, kasyno, казино, poker, покер, slot machine, roulette, blackjack, baccarat, betting,
    gambling, jackpot, bookmaker, bahis, iddaa, lottery, カジノ, 카지노, パチンコ
  `),
  loans: listOf(`
    loan, prestiti, emprestimo, pozyczki, кредит, займ
  `),
};

/** Words of the sales talk that turn a weak term into a commercial one. */
export const SALES_WORDS: readonly string[] = listOf(`
    online, bonus, bonuses, free, cheap, buy, best, top, real money, no deposit, deposit, win, play, sites, site,
    fast, instant, quick, bad credit, no credit, without prescription, no prescription, discount, deals, promo
    code, machine, game, games, hot, girls, videos, video, chat, cam, dating, kaufen, billig, gratis, günstig,
    schnell, acheter, gratuit, pas cher, en ligne, comprar, barato, en linea, sin deposito, mejor, mejores,
    comprare, migliori, kopen, goedkoop, beste, kup, tanie, najlepsze, купить, дешево, бесплатно, онлайн, лучшие,
    играть, siteleri, giris, terpercaya, gampang menang, svensk licens, utan licens
  `);

/** Words of reporting, culture, health and law: next to them a weak term is a subject, not an offer. */
export const SUBJECT_WORDS: readonly string[] = listOf(`
    film, movie, book, novel, author, royale, education, health, law, legal, act, court, crime, study, research,
    history, museum, addiction, abuse, assault, revenge, trafficking, lawsuit, student, school, university, library,
    policy, regulation, commission, hotel, castle, schloss, kasteel, forgiveness, mortgage, interest rate,
    statistics, ban, warning, scam, therapy, ford, car, aufklärung, sucht, geschichte, museo, película, éducation
  `);
