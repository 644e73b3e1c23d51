/**
 * Comments that scripts fetch: the page is there and its comments are not. Found by the empty element or the script that the
 * makers of such systems document; an element of the page's own counts where it says by itself that it is filled later.
 */

/** Names, in `id` or `class`, of the elements that comment systems fill. */
const CONTAINERS: Readonly<Record<string, string>> = {
  disqus_thread: 'Disqus',
  'fb-comments': 'Facebook',
  commento: 'Commento',
  remark42: 'Remark42',
  cusdis_thread: 'Cusdis',
  'isso-thread': 'Isso',
  'hyvor-talk-view': 'Hyvor Talk',
  graphcomment: 'GraphComment',
  'fastcomments-widget': 'FastComments',
  'vuukle-comments': 'Vuukle',
  hypercomments_widget: 'HyperComments',
  'mc-container': 'Cackle',
  idc_cover: 'IntenseDebate',
  coral_thread: 'Coral',
  coral_talk_stream: 'Coral',
  'discourse-comments': 'Discourse',
  'talkyard-comments': 'Talkyard',
  livefyre: 'Livefyre',
  'livefyre-comments': 'Livefyre',
  'gitalk-container': 'Gitalk',
  waline: 'Waline',
  twikoo: 'Twikoo',
  tcomment: 'Twikoo',
  vcomments: 'Valine',
  'viafoura-comments': 'Viafoura',
  commentbox: 'CommentBox',
  'openweb-conversation': 'OpenWeb',
};
/** Scripts and elements that bring a container of their own. */
const EMBEDS =
  /<script\b[^<>]{0,300}?\bsrc=["']?[^"'\s<>]{0,200}?(?:giscus\.app\/client|utteranc\.es\/client|\.disqus\.com\/embed|launcher\.spot\.im|talk\.hyvor\.com\/embed|cusdis\.[^"'\s<>]{1,100}\/js|comments\.app\/js)|<(?:hyvor-talk-comments|vf-conversations|comentario-comments|fb:comments|v-comments)\b/i;
/** Start tags, with bounds that keep unclosed ones from costing much, and the text behind each. */
const ELEMENTS = /<(?:div|section|ol|ul|aside)\b([^<>]{4,600})>([^<]{0,80})/gi;
const NAMES = /\b(?:id|class)\s*=\s*["']?([\w -]{4,200})/gi;
const OWN_CONTAINER =
  /^(?:comments?|comments?-?(?:list|section|area|container|wrapper|app|root|thread|stream)|user-comments)$/i;
const FETCHES = /\b(?:data-[\w-]*(?:src|url|uri|load|href|endpoint|api|id)|hx-get|data-controller|data-reactroot)\b/i;
const LOADS =
  /\b(?:loading|lade|laden|chargement|cargando|caricamento|carregando|laddar|ładowanie)\b|загрузка|読み込み|加载/i;
const MAX_ELEMENTS = 20_000;

/** What shows that scripts fetch this page's comments, in words for people; null where nothing does. */
export function findCommentSystem(html: string): string | null {
  const embed = EMBEDS.exec(html)?.[0];
  if (embed !== undefined) return `comments come from ${embed.slice(0, 120)}`;
  let seen = 0;
  for (const match of html.matchAll(ELEMENTS)) {
    if (++seen > MAX_ELEMENTS) return null;
    const [start, attributes = '', text = ''] = match;
    const isEmpty = /^<\/|^<noscript|^<script/i.test(
      html.slice(match.index + start.length, match.index + start.length + 9),
    );
    if (!isEmpty) continue;
    for (const name of namesIn(attributes)) {
      const system = CONTAINERS[name];
      if (system !== undefined) return `comments of ${system} fill the empty element ${name}`;
      const isFilled =
        OWN_CONTAINER.test(name) && (LOADS.test(text) || (text.trim() === '' && FETCHES.test(attributes)));
      if (isFilled) return `scripts fill the empty element ${name}`;
    }
  }
  return null;
}

/** The words of id and class, in small letters. */
function namesIn(attributes: string): string[] {
  return [...attributes.matchAll(NAMES)].flatMap(([, names = '']) => names.toLowerCase().split(' '));
}
