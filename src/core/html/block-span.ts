/** What one block element holds: a range of the page's text, and how much of it is link text. */
export interface BlockSpan {
  readonly start: number;
  end: number;
  linkedCharacters: number;
  /** The block's links are `links.slice(firstLink, endLink)` of the walk. */
  readonly firstLink: number;
  endLink: number;
}
