import { Checkbox } from '../../components/checkbox.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useProject } from '../../engine/project-context.ts';
import {
  CHECK_SETTING_LABELS,
  checkSettingProblem,
  type FlagSetting,
  type NumberSetting,
  numberSettingRange,
  type TextSetting,
} from '../../judging/check-setting-fields.ts';
import { useCheckSettings } from '../../judging/check-settings.tsx';
import styles from './checks-screen.module.css';

/** How hard hosts are asked, when, and by which way. */
export function CheckOptions() {
  return (
    <section aria-label="Check settings" className={styles.options}>
      <div className={styles.optionRow}>
        <NumberSettingField field="concurrency" />
        <NumberSettingField field="perHost" />
        <NumberSettingField field="delaySeconds" />
        <NumberSettingField field="pagesPerSecond" />
        <NumberSettingField field="timeoutSeconds" />
        <NumberSettingField field="maxPageMegabytes" />
      </div>
      <div className={styles.optionRow}>
        <TextSettingField field="quietHours" hint="Two times of the day: 22:00-06:30." />
        <TextSettingField field="proxy" hint="http://host:port, without a user name." />
        <TextSettingField field="contactUrl" hint="The client’s site where empty." />
      </div>
      <div className={styles.optionRow}>
        <FlagSettingField field="ignoreCertificates" />
        <FlagSettingField field="rereadAll" />
        <FlagSettingField field="renderPages" />
      </div>
      <p className={styles.quiet}>
        Kept in the project, for every check of it from its next start or resume. robots.txt is respected, and a host
        that is busy or fails is left alone. A page that could not be read counts as unknown, never as gone.
      </p>
    </section>
  );
}

function NumberSettingField({ field }: { readonly field: NumberSetting }) {
  const { settings, change } = useCheckSettings();
  const { summary } = useProject();
  const { min, max, isWhole } = numberSettingRange(field);
  return (
    <NumberField
      label={CHECK_SETTING_LABELS[field]}
      value={settings[field]}
      minValue={min}
      maxValue={max}
      isWhole={isWhole}
      isDisabled={summary.readOnly}
      onChange={(value) => change({ [field]: value })}
    />
  );
}

/** What is wrong stands where the hint stood, so that nothing moves. */
function TextSettingField({ field, hint }: { readonly field: TextSetting; readonly hint: string }) {
  const { settings, change } = useCheckSettings();
  const { summary } = useProject();
  const problem = checkSettingProblem(field, settings[field]);
  return (
    <div className={styles.textOption}>
      <TextField
        label={CHECK_SETTING_LABELS[field]}
        value={settings[field]}
        isDisabled={summary.readOnly}
        {...(problem === null ? { description: hint } : { errorMessage: problem })}
        onChange={(value) => change({ [field]: value })}
      />
    </div>
  );
}

function FlagSettingField({ field }: { readonly field: FlagSetting }) {
  const { settings, change } = useCheckSettings();
  const { summary } = useProject();
  return (
    <Checkbox isSelected={settings[field]} isDisabled={summary.readOnly} onChange={(isOn) => change({ [field]: isOn })}>
      {CHECK_SETTING_LABELS[field]}
    </Checkbox>
  );
}
