/**
 * The preset that was saved for exactly these columns, or null. Of several the first counts.
 *
 * @param header column names as written
 */
export function matchPreset<Preset extends { readonly header: readonly string[] }>(
  presets: readonly Preset[],
  header: readonly string[],
): Preset | null {
  const wanted = signOf(header);
  return presets.find((preset) => signOf(preset.header) === wanted) ?? null;
}

/** Presets are for tables no vendor is known by: tables told by names and values alone, and unknown files. */
export function mayUsePreset(formatId: string): boolean {
  return formatId === 'unknown' || formatId.startsWith('generic-') || formatId === 'domain-list';
}

/** Empty columns at the right come and go with each spreadsheet. */
function signOf(header: readonly string[]): string {
  const names = header.map((name) => name.trim());
  return JSON.stringify(names.slice(0, names.findLastIndex((name) => name !== '') + 1));
}
