/** A filter, sort and column choice under a name. */
export interface SavedView {
  readonly name: string;
  readonly filter: string;
  readonly sort: readonly { readonly key: string; readonly desc: boolean }[];
  readonly columns: readonly string[];
}
