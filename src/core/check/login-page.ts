import type { PageReading } from '../html/page-reading.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import {
  announcementsOf,
  asksPassword,
  findSign,
  type PageSign,
  type SignPattern,
  spelledLengthOf,
} from './page-sign.ts';

const LOGIN_PATH =
  /\/(?:log-?in|sign-?in|signin|auth|authwall|account\/login|users\/sign_in|wp-login\.php|sso|accounts\/login|connexion|anmelden)(?:[/?.]|$)/i;
const LOGIN_HOST = /^(?:log-?in|sign-?in|accounts?|auth|sso|idp|passport)\..+/;
const MAX_LOGIN_TEXT = 2_500;
/** With less than this around it, a password field is all there is. */
const MAX_FORM_TEXT = 120;
/** With less than this beside it in the body of the page, it stands before the text. */
const MAX_GUARDED_TEXT = 300;
/** What forms for logins say of registering goes on for so long. */
const MAX_FORM_PAGE_TEXT = 600;
/** A link to a login is less than a field. */
const MAX_OFFER_TEXT = 280;
const MAX_OFFER_LINKS = 3;
/** Without a password field the words have to be nearly all there is. */
const MAX_DEMAND_TEXT = 800;

const LOGIN_TITLES: readonly SignPattern[] = [
  {
    reason: 'login-page',
    pattern:
      /\b(?:log ?in|sign ?in|login required|you must be logged in|members only|protected:|password required|anmelden|einloggen|connexion|se connecter|iniciar sesi[óo]n|accedi\b|entrar\b|inloggen|zaloguj|logga in|вход\b|войти\b)|登录|ログイン|로그인/i,
  },
];

const DEMANDS: readonly SignPattern[] = [
  {
    reason: 'login-page',
    pattern:
      /\b(?:you (?:must|need to|have to) (?:be (?:registered|a (?:registered )?member|logged in|signed in|invited)|log ?in|sign ?in|register)(?!(?: or \w+(?: up| in)?)? to (?:post|reply|comment|leave|add|write|submit|vote|rate|order|buy|upload|start)\b)|(?:please )?(?:log|sign) ?in (?:or (?:join|register|sign up) )?(?:now )?to (?:continue|(?:view|see|read|access) (?:this|the (?:full|rest|page|post|content|article|thread|topic|profile|site)|more))|to (?:view|see|read) (?:it|this|them|more),? (?:please )?(?:log|sign) ?in\b|you are not logged in or you do not have permission|authentication required|restricted area|for (?:registered )?members only|only (?:for )?(?:logged[- ]in|registered) (?:users|members)|(?:access is )?limited to (?:subscribers|members)|enter (?:the|your|a) password (?:to|for)|melden sie sich an\b|melde dich an\b|connectez-vous (?:pour|à)|(?:content|page|post|area) is (?:password[- ]protected|(?:only )?(?:available|visible) (?:only )?to (?:registered |logged[- ]in )?(?:members|users|subscribers))|(?:blog|site|profile|account|page|group) is (?:private|marked private|by invitation only)|(?:open to )?invited readers only|(?:join|sign up|register) (?:now )?to (?:see|view) (?:who|what|the|all|\S+[’']s)|lectores invitados|leitores convidados|lecteurs invités|eingeladene[nr]? leser|lettori invitati|uitgenodigde lezers|join (?:now )?to (?:view|see|continue|read) (?:this|the|more)|(?:sie müssen|du musst) (?:sich |dich )?(?:angemeldet sein|anmelden|einloggen|registriert)|(?:vous devez|veuillez) (?:être connecté|vous (?:connecter|identifier))|debes? (?:iniciar sesi[óo]n|estar registrado|registrarte)|devi (?:effettuare il login|accedere|essere registrato)|(?:você precisa|é necessário) (?:estar logado|fazer login))|(?:необходимо|требуется) (?:войти|авторизоваться|авторизация)|请先?登录|(?:会員|メンバー|アメンバー|読者)(?:さん)?限定|ログイン(?:のうえ|してから|して読む|が必要)|(?:이웃|회원|멤버)(?:에게)?만 (?:열람|볼|공개)|로그인 (?:후|하셔야)|rezervat(?:ă)? (?:abonaților|membrilor)|(?:pouze|jen) (?:pro )?(?:registrovan|přihlášen)\S{0,4} (?:členům|uživatel|členy)/i,
  },
];

/** Where a redirect leads to a page that asks for a login, whatever that answers. */
export function loginByAddress({ chain, finalUrl }: FetchedPage): PageSign | null {
  const to = chain.length === 0 ? null : URL.parse(finalUrl);
  const place = LOGIN_HOST.exec(to?.hostname ?? '')?.[0] ?? LOGIN_PATH.exec(to?.pathname ?? '')?.[0];
  return place === undefined ? null : { reason: 'login-page', evidence: `redirects to ${place}` };
}

/** A page that asks for a login in place of the one that was asked for; null where it is none. */
export function findLoginPage(page: FetchedPage, reading: PageReading): PageSign | null {
  const byAddress = loginByAddress(page);
  if (byAddress !== null) return byAddress;
  const { textLength } = reading.facts;
  const { hasPasswordField, excerpt } = reading.signs;
  if (hasPasswordField && textLength <= MAX_LOGIN_TEXT) {
    const byTitle = findSign('a password field under the title', announcementsOf(reading), LOGIN_TITLES);
    if (byTitle !== null) return byTitle;
  }
  const ownText = textLength - reading.facts.linkedTextLength;
  if (hasPasswordField && ownText <= MAX_FORM_TEXT)
    return { reason: 'login-page', evidence: `a password field and ${ownText} characters of text` };
  const inPlace = loginInPlace(reading);
  if (inPlace !== null) return inPlace;
  const limit = hasPasswordField ? MAX_LOGIN_TEXT : MAX_DEMAND_TEXT;
  return textLength > limit ? null : findSign('the page says', `${announcementsOf(reading)}\n${excerpt}`, DEMANDS);
}

/** A password field, or a link to a login, in the body of a page that has next to no text. */
function loginInPlace(reading: PageReading): PageSign | null {
  const { body } = reading.signs;
  if (body === null) return null;
  const length = spelledLengthOf(reading);
  const isAlone = isOfferAlone(reading);
  const isGuarded = length <= MAX_GUARDED_TEXT || (isAlone && body.unlinked <= MAX_FORM_PAGE_TEXT);
  const found = [
    asksPassword(reading) && isGuarded ? 'a password field' : null,
    body.login !== null && isAlone && length <= MAX_OFFER_TEXT ? `a link to ${body.login.slice(0, 120)}` : null,
  ].find((sign) => sign !== null);
  return found === undefined
    ? null
    : { reason: 'login-page', evidence: `${found} and ${length} characters in place of the text` };
}

/** False for a page that links to others, or to itself as those of a forum do: their logins are for writing. */
function isOfferAlone({ facts, signs }: PageReading): boolean {
  return facts.externalLinks < MAX_OFFER_LINKS && signs.numberedLink === null;
}
