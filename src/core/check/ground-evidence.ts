/** One kind of evidence. */
export interface GroundEvidence {
  readonly points: number;
  readonly text: string;
}
