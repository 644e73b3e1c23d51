import { describe } from 'vitest';
import { LINK, page, TEXT, table } from './judge-answer.ts';

describe('findBotWall', () => {
  table('walls that answer 200', [
    ['Cloudflare', 'bot-challenge', page('<script>window._cf_chl_opt={}</script>', '<title>Just a moment...</title>')],
    [
      'a captcha widget alone',
      'captcha',
      page('<div class="h-captcha"></div><script src="https://hcaptcha.com/1/api.js"></script>'),
    ],
    ['DataDome', 'captcha', page('<script src="https://geo.captcha-delivery.com/captcha/?x"></script>')],
    [
      'unusual traffic',
      'captcha',
      page('<p>Our systems have detected unusual traffic from your computer network.</p>'),
    ],
    ['Imperva', 'access-denied', page('<p>Request unsuccessful. Incapsula incident ID: 1</p>')],
    ['access denied', 'access-denied', page('<h1>Access Denied</h1><p>You don’t have permission. Reference #18.2</p>')],
    ['a redirect to a waiting room', 'bot-challenge', page(TEXT), { finalUrl: 'https://x.queue-it.net/?c=x' }],
    [
      'a region',
      'access-denied',
      page('<h1>Unavailable in your region</h1><p>Our European visitors matter to us.</p>'),
    ],
    ['a redirect to a consent page', 'consent-wall', page(TEXT), { finalUrl: 'https://my.example/consent?siteKey=x' }],
    ['a redirect to an age gate', 'consent-wall', page(TEXT), { finalUrl: 'https://blog.example/age-gate?to=/post' }],
    ['a redirect for consent', 'consent-wall', page(TEXT), { finalUrl: 'https://consent.other.example/ml?continue=x' }],
    ['a redirect to a captcha', 'captcha', page(TEXT), { finalUrl: 'https://blog.example/captcha?u=%2Fpost' }],
    ['a cookie puzzle', 'bot-challenge', page('<script>var a=toNumbers("f6"),b=slowAES.decrypt(c,2,a,b)</script>')],
    [
      'Cloudflare in German',
      'bot-challenge',
      page('<h1>blog.example</h1><p>Überprüfung, ob Sie ein Mensch sind.</p>', '<title>Nur einen Moment…</title>'),
    ],
    [
      'Cloudflare in French',
      'bot-challenge',
      page('<p>Vérification que vous êtes humain.</p>', '<title>Un instant…</title>'),
    ],
    [
      'a Cloudflare block',
      'access-denied',
      page(
        '<h1>Error 1020</h1><h2>Access denied</h2><p>This website is using a security service.</p>',
        '<title>Access denied | blog.example</title>',
      ),
    ],
    [
      'a Turnstile gate',
      'captcha',
      page(
        '<p>Please complete the security check to access blog.example</p><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>',
      ),
    ],
    [
      'Akamai',
      'access-denied',
      page(
        `<h1>Access Denied</h1>You don't have permission to access "http://blog.example/post" on this server.<p>Reference #18.2d2c`,
      ),
    ],
    [
      'Akamai’s proof of work',
      'bot-challenge',
      page('<div id="sec-if-cpt-container"></div><script src="/_sec/cp_challenge/sec-4-4.js"></script>'),
    ],
    [
      'Akamai’s refresh',
      'bot-challenge',
      page(
        '<script>var j=i+1</script>',
        '<title>&nbsp;</title><meta http-equiv="refresh" content="5; URL=/post?bm-verify=AAQ"><title></title>',
      ),
    ],
    [
      'Imperva’s frame',
      'bot-challenge',
      page('<iframe src="/_Incapsula_Resource?SWUDNSAI=31">Request unsuccessful. Incapsula incident ID: 7</iframe>'),
    ],
    [
      'DataDome’s script',
      'captcha',
      page(
        '<p>Please enable JS and disable any ad blocker</p><script>var dd={"rt":"i","host":"geo.captcha-delivery.com"}</script>',
      ),
    ],
    [
      'PerimeterX',
      'captcha',
      page(
        '<p>Press &amp; Hold to confirm you are a human (and not a bot).</p>',
        '<title>Access to this page has been denied.</title>',
      ),
    ],
    [
      'PerimeterX in words',
      'access-denied',
      page('<p>Access to this page has been denied because we believe you are using automation tools.</p>'),
    ],
    [
      'Sucuri',
      'bot-challenge',
      page(
        '<noscript>Javascript is required.</noscript><script>var s={},sucuri_cloudproxy_js="";</script>',
        '<title>You are being redirected...</title>',
      ),
    ],
    [
      'Anubis',
      'bot-challenge',
      page(
        '<h1>Making sure you&#39;re not a bot!</h1><script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
      ),
    ],
    ['Kasada', 'bot-challenge', page('<script>window.KPSDK={}</script>')],
    [
      'F5',
      'access-denied',
      page(
        'The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1',
        '<title>Request Rejected</title>',
      ),
    ],
    [
      'F5’s script',
      'bot-challenge',
      page('<script src="/TSPD/08aa?type=7"></script><script>window["bobcmn"]="101"</script>'),
    ],
    [
      'a block that answers 403',
      'access-denied',
      page('<h1>Sorry, you have been blocked</h1>', '<title>Attention Required! | Cloudflare</title>'),
      { status: 403 },
    ],
    [
      'Akamai with 403',
      'access-denied',
      page('<h1>Access Denied</h1><p>You don’t have permission.</p><p>Reference #18.2d</p>'),
      { status: 403 },
    ],
    ['a plain 403', 'forbidden', page('<h1>Access Denied</h1>'), { status: 403 }],
    ['a Chinese firewall', 'access-denied', page('<h1>网站防火墙</h1><p>您的请求已被拦截，请联系空间提供商</p>')],
    ['a Japanese captcha', 'captcha', page('<h1>画像認証</h1><p>文字を入力してください。</p>')],
    ['Wordfence', 'access-denied', page('<h1>Your access to this site has been limited by the site owner</h1>')],
    [
      'SiteGround',
      'bot-challenge',
      page(
        '<p>Redirect</p>',
        '<title>x</title><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F"><title></title>',
      ),
    ],
    [
      'Vercel',
      'bot-challenge',
      page('<p>We are verifying your browser</p>', '<title>Vercel Security Checkpoint</title>'),
    ],
    [
      'Imunify',
      'bot-challenge',
      page('<h1>Please wait while your request is being verified...</h1>', '<title>One moment, please...</title>'),
    ],
    [
      'a press-and-hold button',
      'captcha',
      page('<p>Activate and hold the button to confirm that you’re human.</p>', '<title>Robot or human?</title>'),
    ],
    [
      'letters in a picture',
      'captcha',
      page('<h4>Enter the characters you see below</h4>', '<title>Robot Check</title>'),
    ],
    ['a German captcha', 'captcha', page('<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>')],
    ['an Italian captcha', 'captcha', page('<p>Non sono un robot.</p>')],
    ['a Portuguese captcha', 'captcha', page('<p>Não sou um robô.</p>')],
    ['a Russian captcha', 'captcha', page('<h1>Подтвердите, что запросы отправляли вы, а не робот</h1>')],
    ['a Chinese captcha', 'captcha', page('<p>请完成下方验证后继续操作</p>', '<title>百度安全验证</title>')],
    ['too many requests', 'rate-limited', page('<h1>Too many requests</h1><p>Slow down.</p>')],
    [
      'a closed region',
      'access-denied',
      page('<p>You attempt to access this website from a country where access cannot be granted at this time.</p>'),
    ],
    [
      'forbidden',
      'access-denied',
      page(
        `<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>`,
        '<title>403 Forbidden</title>',
      ),
    ],
    [
      'a challenge that answers 202',
      'bot-challenge',
      page('<script>window.gokuProps={}</script>'),
      { status: 202, headers: { 'x-amzn-waf-action': ['challenge'] } },
    ],
    ['a header of SiteGround', 'captcha', page(TEXT), { status: 202, headers: { 'sg-captcha': ['challenge'] } }],
    ['a header of DataDome', 'captcha', page(''), { status: 403, headers: { 'x-datadome': ['protected'] } }],
    ['a header of DataDome on a page', 'absent', page(TEXT), { headers: { 'x-datadome': ['protected'] } }],
    ['a challenge that answers 429', 'bot-challenge', page('<script>window._cf_chl_opt={}</script>'), { status: 429 }],
    ['a wall with a link all the same', 'present', page(`<p>Access denied</p>${LINK}`), { status: 403 }],
  ]);

  table('pages that ask for consent or an age first', [
    [
      'adverts or a subscription',
      'consent-wall',
      page(
        `<h1>Welcome</h1><h2>Mit Werbung weiterlesen</h2>${TEXT}<p>Bereits Abonnent? <a href="/login">Anmelden</a></p>`,
      ),
      { requestedUrl: 'https://blog.example/the-town/oars' },
    ],
    [
      'cookies',
      'consent-wall',
      page('<p>Your browser does not accept cookies. Please enable cookies to continue.</p>'),
    ],
    [
      'a German cookie wall',
      'consent-wall',
      page('<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns, indem Sie der Nutzung aller Cookies zustimmen.</p>'),
    ],
    [
      'advertising or money',
      'consent-wall',
      page('<h1>Mit Werbung weiterlesen</h1><p>Oder werbefrei im Pur-Abo lesen.</p>'),
    ],
    ['an age', 'consent-wall', page('<h1>Are you over 18?</h1><p>You must be 18 or older to enter this site.</p>')],
    [
      'an age, in Dutch',
      'consent-wall',
      page('<h1>Ben je 18 jaar of ouder?</h1><button>Ja</button> <button>Nee</button>'),
    ],
    [
      'an age, in Hungarian',
      'consent-wall',
      page('<p>Elmúltál már 18 éves?</p><a href="?i">Igen</a> <a href="?n">Nem</a>'),
    ],
    [
      'a date of birth',
      'consent-wall',
      page('<p>Please enter your date of birth. You must be of legal drinking age.</p>'),
    ],
  ]);

  table('honest pages with a guard', [
    [
      'a Cloudflare script',
      'absent',
      page(`${TEXT}<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`),
    ],
    [
      'Turnstile on a form',
      'absent',
      page(`${TEXT}<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>`),
    ],
    ['PerimeterX', 'absent', page(`${TEXT}<script>window._pxAppId="PX1"</script>`)],
    ['Imperva', 'absent', page(`${TEXT}<script src="/_Incapsula_Resource?SWJIYLWA=719d"></script>`)],
    ['DataDome', 'absent', page(`${TEXT}<script src="https://js.datadome.co/tags.js"></script>`)],
    ['a question of an age', 'absent', page(`${TEXT}<p>Was he 18 then? Yes or no, nobody knew.</p>`)],
    ['a cookie banner', 'absent', page(`${TEXT}<div>We use cookies. Please accept all cookies to continue.</div>`)],
    ['a book', 'absent', page(`${TEXT}<p>We read Forbidden Planet and the story of an access denied for user x.</p>`)],
  ]);
});
