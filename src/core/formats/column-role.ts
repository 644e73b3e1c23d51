/**
 * What a column of an export can mean to Anchorage. Columns that mean something only to their vendor are metrics, kept under
 * the vendor's own names, and have no role.
 */
export const COLUMN_ROLES = {
  source: 'address of the linking page',
  target: 'address the link points to',
  anchor: 'anchor text',
  altText: 'alt text of a linking image',
  rel: 'rel attribute',
  nofollow: 'nofollow, yes or no',
  ugc: 'ugc, yes or no',
  sponsored: 'sponsored, yes or no',
  dofollow: 'followed, yes or no, or a word such as Dofollow',
  linkType: 'what carries the link, as a word',
  textFlag: 'text link, yes or no',
  imageFlag: 'image link, yes or no',
  frameFlag: 'frame, yes or no',
  formFlag: 'form, yes or no',
  redirectFlag: 'redirect, yes or no',
  mentionFlag: 'mention without a link, yes or no',
  resource: 'kind of page resource, where only hyperlinks count',
  title: 'title of the linking page',
  language: 'language of the linking page',
  contextLeft: 'text before the link',
  contextRight: 'text behind the link',
  httpStatus: 'HTTP status of the linking page',
  firstSeen: 'date the link was first seen',
  lastSeen: 'date the link was last seen',
  lost: 'date the link was lost',
  lostFlag: 'lost, yes or no',
  lostReason: 'why the link counts as lost',
  externalLinks: 'external links on the linking page',
  linksInGroup: 'links this row stands for',
  domain: 'linking domain',
  links: 'number of links from the domain',
} as const;
export type ColumnRole = keyof typeof COLUMN_ROLES;

/** Positions (from 0) of the columns that play each role; the first is the most telling. */
export type ColumnPositions = Readonly<Partial<Record<ColumnRole, readonly number[]>>>;

export const ROLES_OF_DATES = ['firstSeen', 'lastSeen', 'lost'] as const satisfies readonly ColumnRole[];

/** Every role, in the order in which columns are proposed. */
export const ROLE_NAMES: readonly ColumnRole[] = Object.keys(COLUMN_ROLES).filter(isColumnRole);

/** True for a word that names a role. */
export function isColumnRole(word: string): word is ColumnRole {
  return Object.hasOwn(COLUMN_ROLES, word);
}
