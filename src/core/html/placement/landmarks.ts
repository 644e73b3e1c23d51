import type { Placement } from '../../model/placement.ts';
import { attributeOf } from '../element.ts';
import type { HtmlElement } from '../html-tree.ts';
import type { PlacementFinding } from './finding.ts';

const ELEMENT_LANDMARKS: Readonly<Record<string, Placement>> = {
  nav: 'navigation',
  menu: 'navigation',
  header: 'header',
  footer: 'footer',
  aside: 'sidebar',
  main: 'content',
  article: 'content',
};

const ROLE_LANDMARKS: Readonly<Record<string, Placement>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  directory: 'navigation',
  tablist: 'navigation',
  search: 'navigation',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'sidebar',
  main: 'content',
  article: 'content',
};

/** What an element's role or name says about the links inside, or null. A role beats the element's own meaning. */
export function landmarkOf(element: HtmlElement): PlacementFinding | null {
  const role = attributeOf(element, 'role')?.trim().toLowerCase();
  const byRole = role === undefined ? undefined : ROLE_LANDMARKS[role];
  if (byRole !== undefined) return { placement: byRole, evidence: `inside [role=${role}]` };
  const byName = ELEMENT_LANDMARKS[element.tagName];
  return byName === undefined ? null : { placement: byName, evidence: `inside <${element.tagName}>` };
}

/** True for the landmark that holds the whole main content: what stands around it no longer matters. */
export function isMainLandmark(element: HtmlElement): boolean {
  return element.tagName === 'main' || attributeOf(element, 'role')?.trim().toLowerCase() === 'main';
}
