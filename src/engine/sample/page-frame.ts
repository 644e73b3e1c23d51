import { escapeHtml } from './page-links.ts';
import type { SampleBehaviour, SampleHost, SamplePage } from './sample-data.ts';
import { seededRandom } from './seeded-random.ts';

export interface FrameParts {
  /** Everything between the site header and the site footer, landmarks included. */
  readonly body: string;
  /** Markup at the end of the site footer. */
  readonly footer?: string;
}

/** A whole document in the host's look: header with navigation, the body, footer. */
export function framePage(host: SampleHost, page: SamplePage, parts: FrameParts): string {
  return `<!doctype html>
<html lang="${host.language}"${/^(ar|he)$/.test(host.language) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} – ${escapeHtml(host.name)}</title>
<meta name="description" content="${escapeHtml(`${page.title}. ${host.name}.`)}">
${metaLines(host, page)}<link rel="icon" href="data:,">
<style>${styleOf(host)}</style>
${networkScript(host)}</head>
<body>
<header class="site-header">
<p class="site-title"><a href="/">${escapeHtml(host.name)}</a></p>
<nav class="site-navigation" aria-label="Main"><ul>${navigationItems(host)}</ul></nav>
</header>
${parts.body}
<footer class="site-footer">
<p>© 2026 ${escapeHtml(host.name)}</p>
<p><a href="/contact">${NAVIGATION[host.language]?.[3] ?? 'Contact'}</a></p>
${parts.footer ?? ''}
</footer>
</body>
</html>
`;
}

function metaLines(host: SampleHost, page: SamplePage): string {
  const own = `https://${host.www === true ? 'www.' : ''}${host.host}`;
  const lines: Partial<Record<SampleBehaviour, string>> = {
    noindex: '<meta name="robots" content="noindex, follow">\n',
    'nofollow-page': '<meta name="robots" content="index, nofollow">\n',
    'canonical-elsewhere': `<link rel="canonical" href="${own}/">\n`,
    'canonical-other-site': '<link rel="canonical" href="https://original-publisher.example/story">\n',
  };
  return lines[page.behaviour ?? 'live'] ?? '';
}

/** Labels of home, archive, about and contact. */
const NAVIGATION: Readonly<Record<string, readonly string[]>> = {
  en: ['Home', 'Archive', 'About', 'Contact'],
  de: ['Start', 'Archiv', 'Über uns', 'Kontakt'],
  fr: ['Accueil', 'Archives', 'À propos', 'Contact'],
  nl: ['Home', 'Archief', 'Over ons', 'Contact'],
  ru: ['Главная', 'Архив', 'О сайте', 'Контакты'],
  id: ['Beranda', 'Arsip', 'Tentang', 'Kontak'],
  tr: ['Ana sayfa', 'Arşiv', 'Hakkında', 'İletişim'],
  zh: ['首页', '存档', '关于', '联系'],
  ar: ['الرئيسية', 'الأرشيف', 'من نحن', 'اتصل بنا'],
  he: ['ראשי', 'ארכיון', 'אודות', 'צור קשר'],
};

function navigationItems(host: SampleHost): string {
  const labels =
    host.network === undefined ? NAVIGATION[host.language] : ['Interior ideas', 'All posts', 'Write for us', 'Contact'];
  const paths = ['/', '/archive', '/about', '/contact'];
  return paths.map((path, index) => `<li><a href="${path}">${labels?.[index] ?? path}</a></li>`).join('');
}

/** Sites of one network look alike to the pixel; all others have their own colour and type. */
function styleOf(host: SampleHost): string {
  const random = seededRandom(host.network === undefined ? host.host : `network ${host.network}`);
  const hue = random.between(0, 359);
  const face = random.pick(['Georgia, serif', 'system-ui, sans-serif', 'Verdana, sans-serif', 'Palatino, serif']);
  return `body{margin:0 auto;max-width:${random.between(44, 62)}rem;padding:1rem;font:1rem/1.6 ${face}}a{color:hsl(${hue} 60% 32%)}header{border-bottom:3px solid hsl(${hue} 45% 45%)}nav ul{display:flex;gap:1rem;list-style:none;padding:0}`;
}

function networkScript(host: SampleHost): string {
  if (host.network === undefined) return '';
  return `<script>window.dataLayer=window.dataLayer||[];dataLayer.push(['config','UA-${7_310_400 + host.network}-1']);</script>\n`;
}
