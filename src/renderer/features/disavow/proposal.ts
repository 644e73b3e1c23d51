import type { DisavowBuildAnswer, DisavowDiffAnswer, DisavowFixAnswer } from '../../../contract/disavow.ts';

/** A text that would take the place of the one in the editor, with what it changes. */
export type Proposal =
  | { readonly kind: 'build'; readonly answer: DisavowBuildAnswer; readonly diff: DisavowDiffAnswer }
  | { readonly kind: 'fix'; readonly answer: DisavowFixAnswer };
