import { type CheckSettings, checkSettingsSchema } from '../../contract/check-settings.ts';
import { useStored } from '../components/use-stored.ts';

const DEFAULTS = checkSettingsSchema.parse({});
const FIELDS = Object.keys(DEFAULTS).length;

/** How pages are asked, as this window remembers it: every check that is started from it asks in this way. */
export function useCheckSettings() {
  return useStored('check-settings', DEFAULTS, isCheckSettings);
}

/** Whether the engine would take a value for a setting. */
export function isUsableSetting(field: keyof CheckSettings, value: unknown): boolean {
  return checkSettingsSchema.shape[field].safeParse(value).success;
}

function isCheckSettings(value: unknown): value is CheckSettings {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === FIELDS &&
    checkSettingsSchema.safeParse(value).success
  );
}
