/** Beginnings of words by what they announce, in the languages of the web; several in one row, since a page has but one. */
import type { CheckReason } from '../model/check-reason.ts';

/** What a page made of the words of notices may be. */
export type NoticeReason = Extract<
  CheckReason,
  'bot-challenge' | 'soft-404' | 'parked' | 'login-page' | 'consent-wall'
>;

/** Beginnings of words, sorted for looking up; short stems are whole words. */
export interface StemRow {
  readonly whole: ReadonlySet<string>;
  /** Longer stems by their first letters. */
  readonly beginnings: ReadonlyMap<string, readonly string[]>;
  /** Stems of languages without blanks, which stand anywhere. */
  readonly unspaced: readonly string[];
}

const WHOLE_LETTERS = 4;
const KEY_LETTERS = 3;
/** Letters of languages that put no blanks between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

export const NOTICE_STEMS: Readonly<Record<NoticeReason, StemRow>> = {
  'soft-404': stems(
    'error found exist remov delet moved moving gone unavailable available anymore expired sorry oops whoops broken missing longer located purged offline wrong unexpected occurred again server maintenance later temporar indispon connections vanish disappear discontinu closed shortly soon warning undefined exception notice' +
      ' seite gelöscht verfügbar gefunden fehler leider mehr existiert wartung umzug ziehen kürze supprim disponible trouv erreur désolé existe plus désactiv réouverture vacances página eliminad encontr sentimos mudanza volvemos mantenimiento esiste più rimossa trovata errore manutenzione oscurato removid manutenção' +
      ' stránka neexistuje nenalezena strona istnieje usunięt tidak ditemukan dihapus maaf revenons vedligehold straks tilbage huolto huoltokatko mentenanță revenim lucrăm chyba fejl feil viga hiba greška napaka kļūda klaida virhe villa błąd hata fannst trobat tiếc underhåll vedlikehold karbantart bakım' +
      ' страниц статья объявлен удал найден существ снят публикац ошибк технич συντήρηση σελίδα αναβαθμ σύντομα תחזוקה שיפוצים נחזור خطا حذف الصفحة' +
      ' 削除 見つか 存在 メンテナンス 页面 删除 不存在 找不到 已被 维护 恢复 谅解 升级 삭제 페이지 찾을 점검 불편',
  ),
  'bot-challenge': stems(
    'human robot bot bots verif validat secur browser automat suspicious protect challenge traffic block denied forbid request connection check wait moment patience queue puzzle ip attack firewall access flagged blocklist visitor javascript cookie interstitial solve captcha unusual slider refresh' +
      ' mensch roboter überprüf geprüft bestätig zugriff zugang gesperrt abgewiesen anfrage verbindung sicherheit warte warteschlange humain vérifi confirmez accès bloqué sécurité patient patienter légitime humano verifica acceso bloquead seguridad umano verificar bloccato sicurezza autorizzat você aguarde acessos controle toegang beperkt geblokkeerd człowiek sprawdz weryfik' +
      ' počkejte ověřuj požadavek selaim selaime tarkist várjon kérjük betöltés engel erişim bekleyin chờ trình engellendi' +
      ' человек робот провер подтверд доступ запрос безопасност браузер подожд запрещ реестр ограничен انتظار تحضير التحقق' +
      ' 人間 確認 お待ち ロボット アクセス 制限 スライダー 真人 验证 访问 浏览器 安全 사람 확인 로봇 기다 비정상 접근 접속 보안',
  ),
  parked: stems(
    'domain registr registrar sale parked reserved suspended construction configured placeholder purchase renew dns server sponsored listings lapsed hosting apache nginx functioning upload laravel django plesk install debug non-payment' +
      ' internetpräsenz registriert hinterlegt verkauf entsteht domaine vendre félicitations propriétaire dominio venta registrado suspendid suspenso hospedagem proveedor allestimento vendita domein koop domän domänen registrerad parkerad domena sprzedaż pripravujeme' +
      ' домен зарегистрирован создан прода хостинг продаж приостановл неуплат 域名 转让 出售 有意 联系 ドメイン レンタルサーバー アカウント 도메인 판매',
  ),
  'login-page': stems(
    'log login logged sign signin password member members membership subscri authenticat restricted register username account unlock articles discord organisation paywall paywalls' +
      ' anmelden einloggen passwort mitglied connectez connexion identif abonné abonnés sesión contraseña inicia accedi accesso riservata senha entrar zaloguj hasło treść inloggen wachtwoord abonnent abonnement medlem tilgang bejelentkez üye üyelik jäsen' +
      ' вход войти пароль логин авториз 登录 密码 会员 ログイン 会員 パスワード 로그인 회원',
  ),
  'consent-wall': stems(
    'cookie cookies privacy consent accept age older adult adults legal drinking alcohol birth tracking partner partners professional institutional investor responsibly' +
      ' zustimm zustimmung akzeptier fortfahren datenschutz personenbezogen älter volljährig jugendschutz erwachsene fachkreise heilmittelwerbegesetz werbung inhaltswarnung accepter continuer avant utilisons confidentialité accord traceurs partenaires âge légal alcool aceptar edad mayor privacidad eres accetta continuare età maggiorenne rifiuta idade akkoord instellen instellingen' +
      ' souhlas přijmout súhlas elfogad hozzájárul acord acordul samtykke samtycke suostumus hyväksy çerez συναίνεσ αποδοχ zgod zgadzasz prywatność prywatności przetwarzanie ukończone lat věku let godkänn godkännande partner yaş' +
      ' возраст лет согла 年齢 歳以上 同意 年满 성인 동의',
  ),
};

/** Those of a wall's words that refuse. */
export const REFUSAL_STEMS: StemRow = stems(
  'block denied forbid flagged blocklist firewall gesperrt abgewiesen bloqué bloquead bloccato beperkt geblokkeerd engel engellendi запрещ ограничен 制限 접근',
);

/** The words that begin with a stem, each once. */
export function hitsOf(
  words: ReadonlySet<string>,
  { whole, beginnings, unspaced }: StemRow,
  isSpaced: boolean,
): string[] {
  return [...words].filter(
    (word) =>
      whole.has(word) ||
      beginnings.get(word.slice(0, KEY_LETTERS))?.some((stem) => word.startsWith(stem)) === true ||
      (!isSpaced && unspaced.some((stem) => word.includes(stem))),
  );
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
