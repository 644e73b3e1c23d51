/** The words of pages that say they are missing or broken, as one table: what people of many languages write there. */
import type { SignPattern } from './page-sign.ts';

/** What a title or heading of an error page says, whole and alone. Asked of each part between bars and dashes. */
export const ERROR_TITLES: readonly SignPattern[] = [
  pattern(
    '(?:http )?(?:error|status|fehler|erreur|errore|erro|fout|błąd|chyba|fel|hata|ошибка|hiba|code)?[ :]*(?:404|410)[ !.]*(?:not found|error|page|seite|página|pagina|страница|gone|fehler|file not found|page not found|找不到页面|ページ)*[ !.]*',
  ),
  pattern('(?:404|410)[ :.,!]+.{0,40}(?:not found|missing|gone|lost|nicht gefunden|introuvable)[ !.]*'),
  pattern(
    "(?:oops|sorry|uh[- ]oh|whoops|hmm|error)?[ ,!.:…-]*(?:(?:the|this|that|your|requested) )*(?:page|file|document|url|post|article|content|product|topic|thread|site|blog|user|profile|account|listing|ad|job|item|resource|entry|story|video|link)(?: (?:that )?you(?:[’']re| are|[’']ve| have| were)? (?:requested|looking for|followed|searching for))? (?:was |is |has |could |can ?)?(?:not|n[’']t|no longer)(?: be| been)? (?:found|exists?|available|here)[ !.]*",
  ),
  pattern("(?:404 )?(?:not|nothing) found(?: for .{0,80})?[ !.]*|there[’']s nothing here[ !.]*"),
  pattern(
    '(?:page|blog|post|article|site|content|account|listing) (?:has been |was )?(?:removed|deleted|gone|missing|suspended|unavailable|expired)[ !.]*|(?:website|account|site) (?:expired|suspended|disabled)[ !.]*',
  ),
  pattern(
    '(?:(?:http )?(?:error )?(?:500|502|503|504|508|509)\\b[ :-]*(?:error)?[ :]*)?(?:(?:internal )?server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|bandwidth limit exceeded|resource limit is reached|database error|runtime error|wordpress › error)[ !.]*',
  ),
  pattern(
    '(?:an? )?(?:(?:application|unexpected|internal|unknown|system|fatal|critical) )+error(?: (?:has )?occurred)?[ !.]*|(?:oops[ ,!.]*)?something went wrong[ !.]*|(?:this |the )?(?:site|website|service) (?:is )?(?:(?:currently|temporarily) )?(?:offline|down|unavailable)[ !.]*',
  ),
  pattern(
    'sorry, (?:this|the) (?:store|shop|site|page|product|video|content) is (?:currently |no longer )?(?:un)?available[ !.]*',
  ),
];

/** A title or heading that begins with the status of a missing page, whatever joke follows. */
export const STATUS_TITLES: readonly SignPattern[] = [
  { reason: 'soft-404', pattern: /^\W*(?:error |fehler |erreur |errore? )?(?:404|410)(?:\s*[:!.,–—-]|\s*$).*/im },
];

/** The same in other languages; no other page says it, so it need not stand alone. */
export const FOREIGN_TITLES: readonly SignPattern[] = [
  words(
    'seite (?:wurde |konnte )?(?:leider )?nicht gefunden|seite existiert (?:leider )?nicht|(?:diese )?seite gibt es (?:leider )?nicht|page (?:introuvable|non trouvée|inexistante)|página no (?:encontrada|existe)|no se (?:encontró|ha encontrado|encuentra|pudo encontrar) (?:la )?página|pagina non (?:è stata )?trovata|página não (?:foi )?encontrada|pagina (?:is )?niet gevonden|sidan (?:hittades inte|kunde inte hittas|finns inte)|siden (?:blev |ble |kunne )?ikke (?:fundet|funnet|findes|findes)|siden (?:finnes|findes|eksisterer) ikke|sivua ei (?:löydy|löytynyt|ole)|strona nie (?:została )?(?:znaleziona|istnieje)|nie znaleziono (?:takiej )?strony|stránka (?:nebyla nalezena|nenalezena|neexistuje|sa nenašla|nebola nájdená)|az oldal nem (?:található|létezik)|sayfa bulunamadı|pagina nu (?:a fost găsită|există)|stranica nije (?:pronađena|nađena)|stran ni (?:bila )?najdena|puslapis nerastas|lapa nav atrasta|lehekülge ei leitud|halaman tidak ditemukan|không tìm thấy trang|trang không tồn tại',
  ),
  words(
    'страниц\\S{1,2} не (?:найден\\S|существует)|страницы (?:не существует|нет)|такой страницы|страницата не|сторінк\\S не (?:знайден\\S|існує)|страница није|σελίδα δεν (?:βρέθηκε|υπάρχει)|ページが?(?:見つかりません|存在しません)|お探しのページ|(?:页面|頁面|网页|網頁)(?:不存在|没有找到|找不到|已被?删除)|找不到(?:该|您要的|您访问的|這個|此)?(?:页面|頁面|网页|網頁)|페이지를 찾을 수 없|존재하지 않는 페이지|الصفحة غير موجودة|لم يتم العثور على الصفحة|הדף לא נמצא|העמוד לא נמצא|صفحه .{0,20}(?:یافت|پیدا) نشد|ไม่พบหน้า|पृष्ठ नहीं मिला',
  ),
];

/** Sentences that only an error page says. */
export const ERROR_SENTENCES: readonly SignPattern[] = [
  words(
    "(?:requested |specified )?(?:page|url|file|document|post|article|topic|thread|listing|resource|content|blog|forum|user|address)(?: (?:that )?you(?:[’']re| are|[’']ve| have| were)? (?:requested|looking for|after|seeking|expecting|hoping (?:for|to \\S+)|followed|searching for|looking for in this blog|(?:tried|trying) to (?:reach|access|open|view|find|visit|get to))).{0,40}?(?:(?:may|might|could) have (?:been )?(?:removed|deleted|moved|expired)|(?:has|have) (?:been )?(?:removed|deleted|moved|taken down|expired)|(?:does|do)(?:n[’']t| not) exist|(?:could|can) ?n(?:[’']|o)t be found|was(?:n[’']t| not) found|is(?:n[’']t| not| no longer) (?:available|here|online)|no longer exists?)",
  ),
  words(
    "(?:the |this )?(?:requested|specified) (?:page|url|file|document|post|article|topic|thread|forum|user|resource|content|address)(?: \\S{1,100})? (?:(?:does|do)(?:n[’']t| not) exist|(?:could|can) ?n(?:[’']|o)t be found|was(?:n[’']t| not) found|is(?:n[’']t| not| no longer) available|no longer exists?|not found)|(?:that|this) page (?:can|could)(?:[’']t|n[’']t| ?not) be found|(?:the )?link (?:that )?you (?:followed|clicked|used) (?:may|might) be (?:broken|incorrect|expired)|this (?:page|content) is(?:n[’']t| not| no longer) available",
  ),
  words(
    'this (?:post|page|article|blog|listing|ad|job|topic|thread|video|profile|item|website|site) (?:has been|was) (?:deleted|removed|taken down)(?: by)?|this (?:listing|ad|job|offer|page|topic|post) (?:has )?expired|(?:authors? have|owner has|user has) deleted this (?:site|blog|account)',
  ),
  words(
    "(?:this |the )?(?:account|site|website|blog|web page|page) (?:has been|is|was|has been temporarily) (?:temporarily )?(?:suspended|disabled|terminated|closed)|account suspended|website (?:is )?disabled|site is not published|isn[’']t connected to a website yet|there isn[’']t a github pages site here|no such app|store is (?:currently )?unavailable|account has expired|(?:webseite|website|seite|präsenz|account) (?:wurde |ist )(?:vorübergehend )?(?:gesperrt|deaktiviert)|(?:cuenta|conta|compte|account|sitio|site|sito) (?:ha sido |foi |a été |è stato )?(?:suspendid[oa]|suspens[oa]|suspendu|sospeso)|(?:účet|web|účtu) (?:byl |bol )?(?:pozastaven|zablokován)|(?:konto|strona) (?:zosta[łl][oa] )?(?:zawieszon[ea]|zablokowan[ea])|hesa\\S+ askıya alın|akun (?:ini )?(?:telah )?(?:ditangguhkan|dinonaktifkan)|tài khoản.{0,20}(?:tạm ngưng|bị khóa|bị đình chỉ)|contul? (?:a fost )?suspendat|(?:аккаунт|хостинг)\\S* (?:временно )?(?:заблокирован|приостановлен|отключ[её]н)",
  ),
  words(
    "(?:(?:gesuchte|angeforderte|aufgerufene|gewünschte) (?:seite|inhalt|artikel|url).{0,40}(?:nicht (?:gefunden|mehr|verfügbar)|existiert)|page (?:que vous (?:recherchez|cherchez|demandez)|demandée).{0,60}(?:n[’']existe|introuvable|déplacée|supprimée|pas été trouvée)|(?:página|noticia|nota|publicación|contenido|artículo) que (?:usted )?(?:buscas?|busca usted|est[áa]s? buscando|intentas?|intentaste|solicit(?:a|ó|as|aste)|ha(?:s|n)? solicitado).{0,60}(?:no existe|no está disponible|no se|eliminad|movid)|pagina che (?:stai cercando|cerchi|hai richiesto|cercavi).{0,60}(?:non esiste|non è|rimossa|spostata)|(?:página|notícia|matéria|conteúdo|artigo|postagem) que (?:você )?(?:procura|está procurando|tentou|buscou|solicitou).{0,60}(?:não existe|não foi|removid|não está|endereço)|pagina (?:die u zoekt |die je zoekt )?(?:bestaat|is) (?:helaas )?niet|strona,? (?:której|jakiej) (?:szukasz|poszukujesz).{0,40}(?:nie istnieje|usunięta|nie została))",
  ),
  words(
    '(?:запрашиваемая|запрошенная|искомая|данная) страница.{0,60}(?:не (?:найдена|существует)|удалена)|指定された(?:ページ|url)は?(?:存在しません|見つかりません)|(?:您|你)(?:访问|要找|请求|查看|訪問)的(?:页面|頁面|内容|文章|网页|網頁).{0,12}(?:不存在|已.{0,2}删除|找不到)|找不到您要的',
  ),
  words(
    "error establishing a database connection|there has been a critical error on (?:this|your) website|(?:fatal|parse) error: .{1,200} on line \\d|warning: (?:mysql|pdo|include|require)\\S* .{1,200} on line \\d|server error in [’'][^’']*[’'] application|stack trace: #0|traceback \\(most recent call last\\)|unable to service your request|upstream connect error|no healthy upstream|there has been an error processing your request|error log record number",
  ),
  words(
    "(?:serverfehler in der anwendung|erreur (?:du |de )?serveur dans l[’']application|error de servidor en la aplicación|errore server nell[’']applicazione|erro de servidor no aplicativo|serverfout in toepassing|błąd serwera w aplikacji|ошибка сервера в приложении)|(?:tema|hilo|mensaje|foro|usuario)(?: especificad[oa])? (?:inv[áa]lid[oa]|no válid[oa])|(?:ungültige[rs]?|kein(?:e|en)? gültige[rns]?) (?:thema|beitrag|benutzer|forum)|(?:sujet|message|forum|utilisateur)(?: spécifié)? (?:non valide|invalide)|(?:discussione|messaggio|utente)(?: specificat[oa])? non valid[oa]|tópico(?: especificado)? inválido|geen geldig(?:e)? (?:discussie|onderwerp|bericht)",
  ),
  words(
    '(?:الصفحة|المقال|المقالة|الموضوع|الخبر|الرابط|المحتوى).{0,40}(?:غير موجود|غير متوفر|غير متاح|لم يعد|تم حذف|تمت إزالت|لا (?:يوجد|توجد))|(?:ilan|sayfa|içerik|haber|ürün|konu|yazı)\\S{0,5} .{0,20}(?:yayında değil|yayından (?:kaldırıl|kalk)|silinmiş|kaldırılmış|mevcut değil|bulunmuyor)',
  ),
];

/** Words that other pages say as well; they hold where there is next to nothing else. */
export const ERROR_WORDS: readonly SignPattern[] = [
  words(
    "(?:page|article|topic|thread|listing|product|blog|file|document|profile|job|ad|offer|item|video) (?:(?:may|might) have been (?:removed|deleted|moved)|(?:has|have) been (?:removed|deleted|moved|taken down)|(?:does|do)(?:n[’']t| not) exist|(?:could|can) ?not be found|was(?:n[’']t| not) found|is(?:n[’']t| not| no longer) (?:available|here|online|accepting)|no longer exists?|has expired|is gone|not found)",
  ),
  {
    reason: 'soft-404',
    pattern:
      /\b(?:sorry|oops|uh[- ]oh|whoops)\b.{0,60}\b(?:can(?:['’]t|not)|could(?:n['’]t| not)|does(?:n['’]t| not)|not|no longer)\b.{0,40}\b(?:find|found|exists?|available)\b/is,
  },
  words(
    "error (?:code:? )?404|404 error|(?:0|no|zero) results? (?:for|found)|nothing matched (?:your|the) |keine (?:ergebnisse|treffer)|aucun résultat|ning[uú]n resultado|sin resultados|nessun risultato|nenhum resultado|geen resultaten|ничего не найдено|没有找到相关|該当する.{0,10}ありません|no posts? (?:were )?found|nothing (?:was )?found|invalid (?:topic|thread|post|user)(?: specified)?|no (?:topic|thread|user) specified|(?:is|are) no longer available|doesn[’']t currently exist",
  ),
  words(
    '(?:(?:down|closed|offline|unavailable|undergoing|under|performing some) (?:for )?(?:scheduled |site )?maintenance|maintenance mode|site is (?:temporarily )?(?:down|offline|unavailable)|be (?:right )?back (?:soon|shortly)|service (?:is )?(?:temporarily )?unavailable|internal server error|bad gateway|something went wrong|too many connections|wartungsarbeiten|en maintenance|en mantenimiento|in manutenzione|em manutenção|технические работы)',
  ),
];

/** What a page calls itself, and what an error page says of it: together in one short heading or sentence they make one. */
const PAGE_NOUNS = words(
  '(?:page|article|post|content|item|video|blog|site|topic|thread|listing|product|story|document|file|url|job|ad|profile|account|journal|entry|position|posting|noticia|notícia|matéria|nieuwsbericht|bericht|notizia|actualité|nyhet|artikkel|artikkeli|uutinen|haber|ilan|nota|vacancy|stelle|annonce|produit|publication|producto|prodotto|produto|produkt|offre|oferta|offerta|vacature|advertentie|ogłoszenie|вакансия|seite|artikel|beitrag|inhalt|anzeige|página|artículo|contenido|anuncio|pagina|articolo|contenuto|artigo|conteúdo|stránka|článek|strona|artykuł|sida|side|siden|sivu|halaman|страница|статья|запись|объявление|тема|сторінка|stranica|sayfa|oldal)(?![\\p{L}\\p{N}])|ページ|記事|页面|頁面|文章|内容|主题|主題|帖子|商品|信息|الصفحة|المقال|페이지|게시물|게시글',
);
const NEGATIONS = words(
  "(?:(?:could|can)(?: ?not|n[’']t|[’']t) (?:seem to )?(?:be )?(?:find|found|locate|located)|not (?:be )?(?:found|available|exist|located)|(?:doesn|don|isn)[’']t (?:seem to )?(?:exist|available|here|anymore)|no longer (?:exists?|available|here|online)|no such|is gone|(?:been|was|is) (?:removed|deleted|moved|purged|expired)|unavailable|missing|vanished|disappeared|discontinued|been filled|out of (?:production|print)|(?:has|is) expired|abgelaufen|besetzt|expirée?|caducad[oa]|scadut[oa]|expirad[oa]|verlopen|niet meer (?:beschikbaar|online|actief|te vinden)|zakończon[aey]|beendet|finalizad[oa]|ukončen[aáoý]?|lejárt|завершен[аоы]?|(?:is|werd|werden) verwijderd|bestaat (?:helaas )?niet|wygasł[aoy]|истек(?:л[аои])?|(?:isn[’']t|is not|currently no) .{0,20}(?:available|anymore|text)|gelöscht|nicht (?:gefunden|mehr|verfügbar)|existiert nicht|n[’']existe|n[’']est plus|supprimée?|introuvable|(?:ya )?no (?:existe|está disponible|se encuentra)|eliminad[oa]|non (?:esiste|è più|trovat[oa])|não (?:existe|encontrad[oa])|neexistuje|nenalezen[aáo]|nie (?:istnieje|znaleziono)|finns inte|findes ikke|finnes ikke|ei (?:löydy|löytynyt)|tidak ditemukan|не (?:найден[аоы]?|существует)|удален[аоы]?|снят[аоы]?|bulunamadı|nem található)(?![\\p{L}\\p{N}])|削除され|見つかりません|存在しません|不存在|已被?.{0,6}删除|找不到|삭제된|찾을 수 없",
);
/** Sentences about links on a page speak of the link, not of the page. */
const LINK_WORDS = /\blinks?\b|\blinked\b/i;

/** True for one heading or sentence that says of a page that it is not there. */
export function saysMissing(sentence: string): boolean {
  return PAGE_NOUNS.pattern.test(sentence) && NEGATIONS.pattern.test(sentence) && !LINK_WORDS.test(sentence);
}

/** A pattern for the whole of a text. */
function pattern(source: string): SignPattern {
  return { reason: 'soft-404', pattern: new RegExp(`^\\s*(?:${source})\\s*$`, 'i') };
}

/** A pattern that begins with a word, where its script has blanks between words. */
function words(source: string): SignPattern {
  return {
    reason: 'soft-404',
    pattern: new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])(?:${source})`, 'iu'),
  };
}
