/** Names, in `id` or of elements, of what scripts fill with a page. */
export const MOUNT_NAMES: ReadonlySet<string> = new Set(
  'root app __next __nuxt ___gatsby svelte main-app react-root app-root ember-app q-app reactroot'.split(' '),
);
/** The same of an element that is meant to hold the content of any page, where it holds nothing at all. */
export const CONTENT_NAMES: ReadonlySet<string> = new Set(
  'main article content container app-container application mount'.split(' '),
);
