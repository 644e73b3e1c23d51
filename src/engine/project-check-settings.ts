import { AppError } from '../contract/app-error.ts';
import { type CheckSettings, checkSettingsSchema, unusualSettings } from '../contract/check-settings.ts';
import type { ReadableDatabase } from './db/project-database.ts';
import { readSetting } from './db/setting-queries.ts';
import { type OpenProject, writerOf } from './open-projects.ts';

/**
 * How the pages of a project are asked, kept in its file. Only what differs from the defaults stands there, so that everything
 * else follows the program.
 */
const SETTING = 'check-settings';

/** The project's check settings. Throws `wrong-use` where the file holds a value that this version cannot use. */
export function readCheckSettings(db: ReadableDatabase): CheckSettings {
  const parsed = checkSettingsSchema.safeParse(JSON.parse(readSetting(db, SETTING) ?? '{}'));
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('wrong-use', `The check setting ${field} in the project file cannot be used.`, { field });
}

/** Replaces the project's check settings. */
export async function saveCheckSettings(project: OpenProject, settings: CheckSettings): Promise<void> {
  await writerOf(project).run('writeSetting', SETTING, JSON.stringify(unusualSettings(settings)));
}
