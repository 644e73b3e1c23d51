import type { Placement } from '../../model/placement.ts';
import { attributeOf } from '../element.ts';
import type { HtmlElement } from '../html-tree.ts';
import type { PlacementFinding } from './finding.ts';

interface WordFamily {
  readonly placement: Placement;
  readonly words: RegExp;
}

/** Families in the order they are asked: the particular before the general. Names are compared in kebab case. */
const FAMILIES: readonly WordFamily[] = [
  family('signature', 'signature|sig|moderatorbar|postsignature|post-signature|message-signature|user-sig'),
  family(
    'author-box',
    'author-(?:box|bio|info|card|desc|description|profile|area|block|section|about|details)|about-(?:the-)?author|' +
      'post-author|entry-author|article-author|byline|bio|contributor|molongui|saboxplugin|authorbox',
  ),
  family(
    'comment',
    'comments?|commentlist|comment-list|commenter|respond|disqus|reply|replies|fb-comments|livefyre|commento|isso-thread|utterances|giscus',
  ),
  family(
    'profile',
    'user-profile|member-profile|profile|profile-fields|postprofile|userinfo|user-info|user-card|message-user',
  ),
  family(
    'forum',
    'postbit|postbitlegacy|postbody|bb-wrapper|bbcode|topic-body|topic-post|cooked|postarea|ips-comment|ips-post|message-body|' +
      'forum|forums|bbp-reply-content|bbp-topic-content|thread|forum-post|phpbb|vbulletin',
  ),
  family(
    'advertisement',
    'ad|ads|advert|adverts|advertisement|advertisements|advertising|adsense|adsbygoogle|adslot|ad-slot|sponsor|sponsors|' +
      'sponsored|anzeige|werbung|publicidad|publicite|reklama|google-ads?|dfp|gpt-ad|affiliate|affiliates|native-ad',
  ),
  family(
    'navigation',
    'nav|(?:top|sub|main|side|site|foot|bottom|footer)nav|navbar|navigation|menu|menus|submenu|menubar|megamenu|breadcrumbs?|crumbs|pagination|pager|paging|toc|' +
      'table-of-contents|tabs|skip-links?|sitemap|tag-cloud|tagcloud|tags|post-tags|entry-tags|categories|cat-links|' +
      'post-navigation|nav-links|dropdown|language-switcher|share|sharing|social|social-links|social-share|addtoany|' +
      'sharedaddy|follow-us|navbox|catlinks|mw-editsection|reflist-nav',
  ),
  family(
    'footer',
    'footer|foot|colophon|copyright|site-info|bottom-bar|footer-widgets|page-footer|entry-footer|post-footer',
  ),
  family('header', 'header|masthead|topbar|top-bar|site-header|page-header|branding|site-branding|logo'),
  family('widget', 'badge|badges|powered-by|poweredby'),
  family(
    'sidebar',
    'sidebar|sidebars|side-bar|aside|rail|right-rail|left-rail|right-column|left-column|right-col|left-col|sidecol|secondary|' +
      'widget|widgets|widget-area|blogroll|related|related-posts|related-articles|recommended|recommendations|popular|' +
      'most-popular|most-read|trending|more-stories|read-next|outbrain|taboola|zergnet|newsletter|subscribe|promo',
  ),
  family('directory', 'directory|directory-listing|listing-item|link-directory|business-listing'),
  family(
    'content',
    'entry-content|post-content|article-content|article-body|articlebody|article-text|post-body|post-text|story-body|' +
      'story-content|story|main-content|content-body|content-main|body-copy|body-content|bodytext|rich-text|richtext|prose|' +
      'markdown-body|page-content|blog-post|hentry|mw-parser-output|mw-content-text|wysiwyg|node-content|field-name-body|' +
      'entry|article|post|content|main',
  ),
];

/** Names that tell of the page's state or topic, not of the part: `has-sidebar`, `category-advertising`, `no-comments`. */
const STATE_NAMES = /(?:^|\s)(?:has|no|is|with|without|js|category|tag|topic|status|type|format|page-template)-\S*/g;

/** What an element's class and id words say, or null. `entryContent` and `entry_content` are read as `entry-content`. */
export function classWordsOf(element: HtmlElement): PlacementFinding | null {
  const className = attributeOf(element, 'class');
  const id = attributeOf(element, 'id');
  if (className === null && id === null) return null;
  const names = `${id === null ? '' : kebab(id)} ${className === null ? '' : kebab(className)}`;
  for (const { placement, words } of FAMILIES) {
    const match = words.exec(names);
    if (match !== null) return { placement, evidence: `class or id word "${match[1]}"` };
  }
  return null;
}

/** One word, alone or at either end of a longer name: `nav`, `nav-main`, `main-nav`. */
function family(placement: Placement, words: string): WordFamily {
  return { placement, words: new RegExp(`(?:^|[\\s-])(${words})(?=[\\s-]|\\d*(?:[\\s-]|$))`) };
}

function kebab(names: string): string {
  return names
    .slice(0, 500)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/_+/g, '-')
    .toLowerCase()
    .replace(STATE_NAMES, ' ');
}
