/** Where in its page a link stands: one class per link. */
export const PLACEMENTS = [
  'content',
  'resource-list',
  'navigation',
  'header',
  'footer',
  'sidebar',
  'comment',
  'forum',
  'signature',
  'profile',
  'author-box',
  'directory',
  'press-release',
  'widget',
  'advertisement',
  'hidden',
  'unknown',
] as const;
export type Placement = (typeof PLACEMENTS)[number];
