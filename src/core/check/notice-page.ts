/**
 * The last look at a short page before its word is taken: walls, error pages, parked domains and logins are worded in more
 * ways than any table knows, but with the same few words. A page that consists of those is a notice and proves nothing.
 */
import type { PageReading } from '../html/page-reading.ts';
import type { CheckReason } from '../model/check-reason.ts';
import { announcementsOf, type PageSign } from './page-sign.ts';

/** Longer texts have room for such words by chance. */
const MAX_NOTICE_TEXT = 420;
/** Different words of one kind that make a notice, and the share of the page's words they make up at least. */
const SHORT = { maxWords: 20, hits: 2, share: 0.16 };
const LONGER = { hits: 3, share: 0.13 };
/** Languages without blanks are counted by characters. */
const CHARACTERS_PER_WORD = 3;

type NoticeReason = Extract<CheckReason, 'bot-challenge' | 'soft-404' | 'parked' | 'login-page' | 'consent-wall'>;

/** Beginnings of words, sorted for looking up; short stems are whole words. */
interface StemRow {
  readonly whole: ReadonlySet<string>;
  /** Longer stems by their first letters. */
  readonly beginnings: ReadonlyMap<string, readonly string[]>;
  /** Stems of languages without blanks, which stand anywhere. */
  readonly unspaced: readonly string[];
}

const WHOLE_LETTERS = 4;
const KEY_LETTERS = 3;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Beginnings of words by what they announce; several languages in one row, since a page has but one. */
const STEMS: Readonly<Record<NoticeReason, StemRow>> = {
  'bot-challenge': stems(
    'human robot bot bots verif validat secur browser automat suspicious protect challenge traffic block denied forbid request connection check wait moment patience queue puzzle ip attack firewall access flagged blocklist visitor javascript cookie interstitial solve ' +
      ' mensch roboter überprüf bestätig zugriff gesperrt anfrage verbindung sicherheit humain vérifi confirmez accès bloqué sécurité humano verifica acceso bloquead seguridad umano verificar bloccato sicurezza você controle człowiek sprawdz weryfik' +
      ' человек робот провер подтверд доступ запрос безопасност браузер подожд 人間 確認 お待ち ロボット 真人 验证 访问 浏览器 安全 사람 확인 로봇 기다',
  ),
  'soft-404': stems(
    'error found exist remov delet moved gone unavailable available anymore expired sorry oops whoops broken missing longer located purged offline wrong unexpected occurred again 404 500 server maintenance later temporar connections vanish disappear discontinu' +
      ' seite gelöscht verfügbar gefunden fehler leider mehr existiert supprim disponible trouv erreur désolé existe plus página eliminad encontr sentimos esiste più rimossa trovata errore stránka neexistuje nenalezena strona istnieje usunięt tidak ditemukan revenons' +
      ' страниц статья объявлен удал найден существ снят публикац ошибк 削除 見つか 存在 页面 删除 不存在 找不到 已被 삭제 페이지 찾을',
  ),
  parked: stems(
    'domain registr registrar sale parked reserved suspended construction configured placeholder purchase renew dns server sponsored listings lapsed hosting apache nginx functioning ' +
      ' internetpräsenz registriert hinterlegt verkauf domaine vendre félicitations dominio venta registrado allestimento vendita domein koop domän parkerad domena sprzedaż' +
      ' домен зарегистрирован создан прода хостинг 域名 转让 出售 有意 联系 ドメイン 도메인 판매',
  ),
  'login-page': stems(
    'log login logged sign signin password member subscri authenticat restricted register username ' +
      ' anmelden einloggen passwort mitglied connectez connexion identif abonné sesión contraseña inicia accedi accesso senha entrar zaloguj hasło treść inloggen wachtwoord' +
      ' вход войти пароль логин авториз 登录 密码 会员 ログイン 会員 パスワード 로그인 회원',
  ),
  'consent-wall': stems(
    'cookie privacy consent accept age older adult adults legal drinking alcohol 18 21 birth ' +
      ' zustimm akzeptier fortfahren datenschutz älter accepter continuer avant utilisons confidentialité aceptar edad mayor privacidad eres accetta continuare età maggiorenne idade ' +
      ' возраст лет 18 согла 年齢 同意 年满 성인 동의',
  ),
};

/** What a short page announces by nearly all of its words; null for a page of any other kind. */
export function findNotice(reading: PageReading): PageSign | null {
  const { textLength, linkedTextLength } = reading.facts;
  if (textLength - linkedTextLength > MAX_NOTICE_TEXT) return null;
  const text = `${announcementsOf(reading)}\n${reading.signs.excerpt}`.toLowerCase();
  const words = new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
  const isSpaced = !UNSPACED.test(text);
  let best: { readonly reason: NoticeReason; readonly hits: string[] } | null = null;
  for (const reason of Object.keys(STEMS) as NoticeReason[]) {
    const hits = hitsOf(words, STEMS[reason], isSpaced);
    if (hits.length > (best?.hits.length ?? 0)) best = { reason, hits };
  }
  const size = isSpaced ? words.size : sizeOf(words);
  const rule = size <= SHORT.maxWords ? SHORT : LONGER;
  if (best === null || best.hits.length < rule.hits || best.hits.length < rule.share * size) return null;
  return { reason: best.reason, evidence: `a short page of words such as ${best.hits.slice(0, 5).join(', ')}` };
}

/** The words that begin with a stem, each once. */
function hitsOf(words: ReadonlySet<string>, { whole, beginnings, unspaced }: StemRow, isSpaced: boolean): string[] {
  return [...words].filter(
    (word) =>
      whole.has(word) ||
      beginnings.get(word.slice(0, KEY_LETTERS))?.some((stem) => word.startsWith(stem)) === true ||
      (!isSpaced && unspaced.some((stem) => word.includes(stem))),
  );
}

/** Words in a text of which some have no blanks between them. */
function sizeOf(words: ReadonlySet<string>): number {
  return [...words].reduce((sum, word) => sum + (UNSPACED.test(word) ? word.length / CHARACTERS_PER_WORD : 1), 0);
}

function stems(row: string): StemRow {
  const all = row.split(' ').filter((stem) => stem !== '');
  const spaced = all.filter((stem) => !UNSPACED.test(stem));
  return {
    whole: new Set(spaced.filter((stem) => stem.length <= WHOLE_LETTERS)),
    beginnings: Map.groupBy(
      spaced.filter((stem) => stem.length > WHOLE_LETTERS),
      (stem) => stem.slice(0, KEY_LETTERS),
    ),
    unspaced: all.filter((stem) => UNSPACED.test(stem)),
  };
}
