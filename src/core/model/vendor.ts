/**
 * The tools an export can come from. The position in the list is the bit a vendor has in `backlink.sources`, so entries
 * are only ever appended.
 */
export const VENDORS = [
  'gsc',
  'ahrefs',
  'semrush',
  'bing',
  'majestic',
  'moz',
  'lrt',
  'screaming-frog',
  'spyglass',
  'se-ranking',
  'serpstat',
  'ubersuggest',
  'linkody',
  'dataforseo',
  'other',
] as const;
export type Vendor = (typeof VENDORS)[number];

/** The bit of a vendor in a set of sources. */
export function vendorBit(vendor: Vendor): number {
  return 1 << VENDORS.indexOf(vendor);
}

/** The vendors in a set of sources, in the order of {@link VENDORS}. `vendorsOf(3)` is `['gsc', 'ahrefs']`. */
export function vendorsOf(sources: number): Vendor[] {
  return VENDORS.filter((_, bit) => (sources & (1 << bit)) !== 0);
}
