/** The answer of a file dialog. */
export type ChosenFiles =
  | { readonly kind: 'chosen'; readonly paths: readonly string[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'no-dialog' };

/** One folder of the engine's machine, for windows whose host has no native dialog. */
export interface FolderListing {
  readonly folder: string;
  readonly parent: string | null;
  readonly entries: readonly FolderEntry[];
}

export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: 'folder' | 'project' | 'file';
}
