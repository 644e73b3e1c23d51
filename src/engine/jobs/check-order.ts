import { z } from 'zod';
import { checkPolicySchema, checkSettingsSchema, unusualSettings } from '../../contract/check-settings.ts';
import { selectionSchema } from '../../contract/engine-contract.ts';
import type { CheckOrder, CheckScope } from '../../contract/jobs.ts';

/** The parameters of a check job, as they stand in the project file. */
export const checkParams = z.object({
  selection: selectionSchema,
  policy: checkPolicySchema.partial().default({}),
  settings: checkSettingsSchema.partial().default({}),
  startedFrom: z.enum(['window', 'command-line']).nullable().default(null),
});

/** What a check was asked to do, as its run tells; null for parameters that are none of a check. */
export function checkOrderOf(params: unknown): CheckOrder | null {
  const { data } = checkParams.safeParse(params);
  if (data === undefined) return null;
  return {
    scope: scopeOf(data.selection),
    policy: checkPolicySchema.parse(data.policy),
    settings: unusualSettings(checkSettingsSchema.parse(data.settings)),
    startedFrom: data.startedFrom,
  };
}

/** A selection may hold a hundred thousand numbers, which say less than how many they are. */
function scopeOf(selection: z.output<typeof selectionSchema>): CheckScope {
  return selection.kind === 'filter'
    ? selection
    : { kind: 'selection', table: selection.table, count: selection.ids.length };
}
