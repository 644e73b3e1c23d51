import type { Placement } from '../../model/placement.ts';

/** A placement with the observation it rests on, in words for people. */
export interface PlacementFinding {
  readonly placement: Placement;
  readonly evidence: string;
}
