import { stripWww } from '../url/host-name.ts';

/**
 * Hosts where many unrelated people publish: blog and site builders, social networks, video and document sites, code
 * hosts, shorteners, clouds, news and reference. Compiled by hand from general knowledge; a `domain:` line for one of
 * them takes thousands of honest sites along. Public suffixes among them are listed too, for readers of the list.
 */
const SHARED_PLATFORMS: ReadonlySet<string> = new Set(
  [
    'blogspot.com blogger.com wordpress.com wordpress.org wpcomstaging.com wpengine.com tumblr.com medium.com substack.com',
    'ghost.io livejournal.com typepad.com over-blog.com canalblog.com skyrock.com hatenablog.com hatena.ne.jp ameblo.jp fc2.com',
    'note.com seesaa.net livedoor.jp naver.com daum.net tistory.com sina.com.cn weibo.com zhihu.com csdn.net douban.com',
    'weebly.com weeblysite.com wix.com wixsite.com squarespace.com webflow.io webnode.com webnode.page jimdo.com jimdofree.com',
    'jimdosite.com strikingly.com mystrikingly.com yolasite.com site123.me ucoz.ru ucoz.com ucoz.net narod.ru tilda.ws tilda.cc',
    'carrd.co godaddysites.com webador.com wordpress.de blog.hu blogg.se blogger.com.br uol.com.br angelfire.com tripod.com',
    'geocities.com 000webhostapp.com altervista.org freehostia.com byethost.com hubpages.com squidoo.com bravenet.com',
    'github.io github.com githubusercontent.com gitlab.io gitlab.com bitbucket.org bitbucket.io sourceforge.net sourceforge.io',
    'pages.dev workers.dev netlify.app netlify.com vercel.app vercel.com now.sh herokuapp.com onrender.com fly.dev surge.sh',
    'firebaseapp.com web.app appspot.com glitch.me repl.co replit.app codepen.io codesandbox.io jsfiddle.net stackblitz.com',
    'npmjs.com pypi.org readthedocs.io readthedocs.org hashnode.dev hashnode.com dev.to notion.site notion.so gitbook.io',
    'amazonaws.com cloudfront.net azurewebsites.net windows.net azureedge.net cloudapp.net digitaloceanspaces.com',
    'googleusercontent.com googleapis.com akamaihd.net fastly.net r2.dev backblazeb2.com b-cdn.net',
    'google.com sites.google.com docs.google.com drive.google.com groups.google.com news.google.com maps.google.com g.page',
    'goo.gl youtube.com youtu.be facebook.com fb.com fb.me instagram.com threads.net whatsapp.com twitter.com x.com t.co',
    'linkedin.com lnkd.in reddit.com redd.it pinterest.com pinterest.co.uk pinterest.de pinterest.fr pin.it tiktok.com',
    'snapchat.com telegram.org t.me telegra.ph discord.com discord.gg vk.com ok.ru mastodon.social bsky.app quora.com',
    'stackoverflow.com stackexchange.com superuser.com serverfault.com askubuntu.com flickr.com imgur.com giphy.com',
    'photobucket.com deviantart.com behance.net dribbble.com artstation.com 500px.com unsplash.com pexels.com vimeo.com',
    'dailymotion.com twitch.tv soundcloud.com bandcamp.com spotify.com mixcloud.com podbean.com slideshare.net scribd.com',
    'issuu.com calameo.com academia.edu researchgate.net archive.org web.archive.org wikipedia.org wikimedia.org',
    'wikidata.org wiktionary.org fandom.com wikia.com wikihow.com pbworks.com wikidot.com goodreads.com imdb.com yelp.com',
    'tripadvisor.com trustpilot.com glassdoor.com crunchbase.com about.me linktr.ee gravatar.com disqus.com meetup.com',
    'eventbrite.com eventbrite.co.uk kickstarter.com indiegogo.com gofundme.com patreon.com ko-fi.com buymeacoffee.com',
    'change.org producthunt.com steamcommunity.com itch.io roblox.com ning.com groups.io proboards.com forumotion.com',
    'freeforums.net boards.net delphiforums.com activeboard.com boardhost.com xanga.com myspace.com diigo.com pearltrees.com',
    'scoop.it mix.com flipboard.com instapaper.com getpocket.com slashdot.org digg.com folkd.com symbaloo.com padlet.com',
    'bit.ly tinyurl.com ow.ly buff.ly is.gd rebrand.ly cutt.ly t.ly shorturl.at adf.ly tiny.cc dlvr.it wp.me amzn.to ift.tt',
    'amazon.com amazon.co.uk amazon.de ebay.com ebay.co.uk ebay.de etsy.com aliexpress.com alibaba.com shopify.com',
    'myshopify.com bigcartel.com gumroad.com craigslist.org gumtree.com indeed.com microsoft.com apple.com yahoo.com bing.com',
    'live.com msn.com mozilla.org adobe.com dropbox.com box.com mediafire.com mega.nz 4shared.com zoom.us trello.com canva.com',
    'bbc.co.uk bbc.com cnn.com nytimes.com theguardian.com forbes.com huffpost.com businessinsider.com washingtonpost.com',
    'reuters.com prnewswire.com businesswire.com globenewswire.com prweb.com mailchi.mp list-manage.com campaign-archive.com',
    'sharepoint.com hubspot.com hs-sites.com typeform.com surveymonkey.com jotform.com evernote.com pastebin.com justpaste.it',
  ]
    .join(' ')
    .split(' '),
);

/**
 * True for the root of a platform that many unrelated people publish on, `www.` ignored. One member's subdomain is not
 * the platform.
 *
 * @example isSharedPlatform('www.tumblr.com') === true
 * @example isSharedPlatform('spammer.tumblr.com') === false
 */
export function isSharedPlatform(host: string): boolean {
  return SHARED_PLATFORMS.has(stripWww(host));
}
