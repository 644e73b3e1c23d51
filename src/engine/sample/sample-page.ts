import { framePage } from './page-frame.ts';
import {
  articleLayout,
  directoryLayout,
  farmLayout,
  footerLinks,
  forumLayout,
  type PageContext,
  profileLayout,
  resourceLayout,
} from './page-layouts.ts';
import { linkBlocks } from './page-links.ts';
import type { ProseBank, SampleHost, SamplePage, SampleTemplate } from './sample-data.ts';
import { seededRandom } from './seeded-random.ts';

/** The HTML of a source page. Equal for equal arguments: the words come from a seed of host and path. */
export function renderSamplePage(host: SampleHost, page: SamplePage, bank: ProseBank): string {
  const context: PageContext = {
    host,
    page,
    template: page.template ?? host.template,
    blocks: linkBlocks(host, page, bank),
    bank,
    random: seededRandom(host.host + page.path),
  };
  const footer = context.template === 'footer' ? footerLinks(context) : '';
  const layout = LAYOUTS[context.template] ?? articleLayout;
  return framePage(host, page, { body: layout(context), footer });
}

/** Templates that are no article with something in or around it. */
const LAYOUTS: Partial<Record<SampleTemplate, (context: PageContext) => string>> = {
  forum: forumLayout,
  signature: forumLayout,
  directory: directoryLayout,
  resources: resourceLayout,
  profile: profileLayout,
  farm: farmLayout,
};
