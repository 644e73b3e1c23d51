/** What an anchor text says, for the profile's anchor mix. */
export const ANCHOR_CLASSES = [
  'brand',
  'compound',
  'money-exact',
  'money-partial',
  'naked-url',
  'generic',
  'image',
  'empty',
  'symbols',
  'title',
  'person',
  'other-language',
  'poison',
  'other',
  'unknown',
] as const;
export type AnchorClass = (typeof ANCHOR_CLASSES)[number];
