import { z } from 'zod';
import type { ProjectTotals } from './rows.ts';

/** What a project is about: the client's hosts, its words, languages and countries. */
export const projectSettingsSchema = z.object({
  name: z.string().trim().min(1).max(200),
  sites: z.array(z.string().trim().min(1).max(253)).min(1).max(100),
  brandWords: z.array(z.string().trim().min(1).max(100)).max(200).default([]),
  moneyWords: z.array(z.string().trim().min(1).max(100)).max(500).default([]),
  languages: z.array(z.string().trim().min(2).max(10)).max(50).default([]),
  countries: z.array(z.string().trim().min(2).max(3)).max(250).default([]),
});
export type ProjectSettings = z.output<typeof projectSettingsSchema>;

/** An open project. `id` is the handle of every other call while the engine lives. */
export interface ProjectSummary {
  readonly id: string;
  readonly path: string;
  readonly settings: ProjectSettings;
  readonly totals: ProjectTotals;
  /** Backlinks by state, referring domains by suggestion and verdict: what the overview shows. */
  readonly states: {
    readonly live: number;
    readonly gone: number;
    readonly unknown: number;
    readonly unchecked: number;
  };
  readonly toReview: number;
  readonly decided: { readonly keep: number; readonly disavow: number; readonly remove: number };
  readonly readOnly: boolean;
  /** Why it is read-only, for people; empty otherwise. */
  readonly readOnlyReason: string;
  /** What Ctrl Z would take back; null when nothing. */
  readonly undoable: string | null;
}

export interface RecentProject {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly exists: boolean;
}
