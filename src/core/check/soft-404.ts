import type { PageReading } from '../html/page-reading.ts';
import { announcementsOf, findSign, type PageSign, type SignPattern } from './page-sign.ts';

/** Words of an error page hold on a page with less text than this; titles hold on any page. */
const MAX_ERROR_TEXT = 2_500;
const MAX_NOTICE_TEXT = 800;

/** The phrase for a missing page in other languages. */
const FOREIGN_WORDS: readonly SignPattern[] = [
  {
    reason: 'soft-404',
    pattern:
      /seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée|inexistante)|página no encontrada|no se (?:encontró|ha encontrado|encuentra) (?:la )?página|pagina non trovata|página não encontrada|pagina niet gevonden|sidan (?:hittades inte|kunde inte hittas)|siden (?:blev |ble )?ikke (?:fundet|funnet)|sivua ei löy(?:dy|tynyt)|strona nie (?:została )?znaleziona|nie znaleziono strony|stránka (?:nebyla nalezena|nenalezena)|az oldal nem található|sayfa bulunamadı|страница не найдена|сторінку не знайдено|pagina nu a fost găsită|halaman tidak ditemukan|không tìm thấy trang|ページが見つかりません|お探しのページ|页面不存在|找不到(?:该)?页面|頁面不存在|페이지를 찾을 수 없습니다|الصفحة غير موجودة/i,
  },
];

const TITLE_WORDS: readonly SignPattern[] = [
  {
    reason: 'soft-404',
    pattern:
      /^\s*(?:error\s*)?404\b(?:\s*$|.{0,3}(?:not found|error|page|seite|página|страница|\||-|–|—|:))|\b(?:page|file|document|url|post|article|content|product|topic|thread|site|blog|user|profile) (?:was |is |could |can ?)?(?:not|n['’]t|no longer)(?: be)? (?:found|exists?|available)\b|\bnot found\b\s*(?:$|[|–—-])|^\s*(?:404 )?not found\b|\b404\s+(?:not found|error|page|fehler)\b|\berror 404\b/im,
  },
  ...FOREIGN_WORDS,
];

/** Sentences that only an error page says. */
const ERROR_SENTENCES: readonly SignPattern[] = [
  {
    reason: 'soft-404',
    pattern:
      /\b(?:the )?(?:requested )?(?:page|url|file|document|post|article|topic|thread|listing|resource|content|blog|link)(?: (?:that )?you(?:['’]re| are|['’]ve| have)? (?:requested|looking for|followed|were looking for|tried to reach))? (?:(?:may|might) have been (?:removed|deleted|moved)|(?:has|have) been (?:removed|deleted|moved|taken down)|(?:does|do)(?:n['’]t| not) exist|(?:could|can) ?not be found|was(?:n['’]t| not) found|is(?:n['’]t| not| no longer) (?:available|here|online)|no longer exists?|not found)\b/i,
  },
  {
    reason: 'soft-404',
    pattern:
      /\b(?:this (?:account|site|website|blog|user|domain) (?:has been|is|was) (?:suspended|deleted|removed|disabled|terminated|closed)|account suspended|website (?:is )?disabled)\b/i,
  },
];

/** Words that other pages say as well; they hold where there is next to nothing else. */
const ERROR_WORDS: readonly SignPattern[] = [
  {
    reason: 'soft-404',
    pattern:
      /\b(?:sorry|oops|uh[- ]oh|whoops)\b.{0,60}\b(?:can(?:['’]t|not)|could(?:n['’]t| not)|does(?:n['’]t| not)|not|no longer)\b.{0,40}\b(?:find|found|exists?|available)\b/is,
  },
  {
    reason: 'soft-404',
    pattern:
      /\b(?:no posts? (?:were )?found|nothing (?:was )?found|invalid (?:topic|thread|post|user)(?: specified)?|no (?:topic|thread|user) specified)\b/i,
  },
  {
    reason: 'soft-404',
    pattern:
      /\b(?:(?:down|closed|offline|unavailable|undergoing|under) (?:for )?(?:scheduled |site )?maintenance|maintenance mode|site is (?:temporarily )?(?:down|offline|unavailable)|be (?:right )?back (?:soon|shortly)|error establishing a database connection|service (?:is )?(?:temporarily )?unavailable|internal server error|wartungsarbeiten)\b/i,
  },
];

/** What shows that a page with a good status says the page asked for is not there; null for none. */
export function findSoft404(reading: PageReading): PageSign | null {
  const byTitle = findSign('title or heading', announcementsOf(reading), TITLE_WORDS);
  const { textLength } = reading.facts;
  if (byTitle !== null || textLength > MAX_ERROR_TEXT) return byTitle;
  const words = [...FOREIGN_WORDS, ...ERROR_SENTENCES, ...(textLength > MAX_NOTICE_TEXT ? [] : ERROR_WORDS)];
  return findSign('the page says', reading.signs.excerpt.slice(0, 1_500), words);
}
