import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DisavowLintAnswer } from '../../../contract/disavow.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';

/** A text as it was taken from the editor. */
export interface LintedText {
  readonly id: string;
  readonly text: string;
  /** The editor's count of changes when the text was taken. */
  readonly revision: number;
}

export interface LintState {
  /** The newest answer; null before the first. */
  readonly answer: DisavowLintAnswer | null;
  /** The text the answer speaks of. */
  readonly of: LintedText | null;
  readonly error: unknown;
}

/**
 * The lint of a text. The answer before stays until the new one is there; one that comes late is dropped with its text.
 *
 * @param freshness changes when the project changed in ways the lint knows of: verdicts, links, settings
 */
export function useLint(text: LintedText | null, freshness: number): LintState {
  const { client } = useEngine();
  const { projectId } = useProject();
  const lint = useQuery({
    // The text itself can be megabytes long; its id stands for it.
    queryKey: ['disavow-lint', projectId, text?.id, freshness],
    queryFn: async ({ signal }) => ({
      of: text,
      answer: await client.disavow.lint({ projectId, text: text?.text ?? '' }, { signal }),
    }),
    enabled: text !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return { answer: lint.data?.answer ?? null, of: lint.data?.of ?? null, error: lint.error };
}
