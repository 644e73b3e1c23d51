/** One kind of evidence. */
export interface GroundEvidence {
  readonly points: number;
  readonly text: string;
  /** True for what is left of the link or of the text that stood beside it, which no other page has. */
  readonly isTrace?: boolean;
}
