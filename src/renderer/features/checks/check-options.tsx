import { useState } from 'react';
import type { CheckSettings } from '../../../contract/check-settings.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { isUsableSetting } from '../../judging/use-check-settings.ts';
import styles from './checks-screen.module.css';

interface CheckOptionsProps {
  readonly settings: CheckSettings;
  readonly onChange: (settings: CheckSettings) => void;
}

/** How hard hosts are asked, when, and by which way. */
export function CheckOptions({ settings, onChange }: CheckOptionsProps) {
  const number = (field: NumberSetting, label: string, minValue: number, maxValue: number) => (
    <NumberField
      label={label}
      value={settings[field]}
      minValue={minValue}
      maxValue={maxValue}
      onChange={(value) => onChange({ ...settings, [field]: value })}
    />
  );
  const text = (field: TextSetting, label: string, placeholder: string, problem: string) => (
    <TextSettingField
      key={field}
      label={label}
      placeholder={placeholder}
      value={settings[field]}
      problemOf={(value) => (isUsableSetting(field, value) ? undefined : problem)}
      onChange={(value) => onChange({ ...settings, [field]: value })}
    />
  );
  return (
    <section aria-label="Check settings" className={styles.options}>
      <div className={styles.optionRow}>
        {number('concurrency', 'Pages at a time', 1, 512)}
        {number('perHost', 'Per host', 1, 32)}
        {number('delaySeconds', 'Pause per host, s', 0, 3600)}
        {number('pagesPerSecond', 'Pages a second (0: no limit)', 0, 10_000)}
        {number('timeoutSeconds', 'Seconds to wait', 1, 300)}
        {number('maxPageMegabytes', 'Largest page, MB', 1, 100)}
      </div>
      <div className={styles.optionRow}>
        {text('quietHours', 'Ask nothing from–to', '22:00-06:30', 'Write two times of the day: 22:00-06:30.')}
        {text('proxy', 'Proxy', 'http://127.0.0.1:8080', 'Write http://host:port, without a user name.')}
        {text('contactUrl', 'Page about who asks', 'https://…', 'Write an http or https address.')}
        <Checkbox
          isSelected={settings.ignoreCertificates}
          onChange={(ignoreCertificates) => onChange({ ...settings, ignoreCertificates })}
        >
          Read pages whose certificate is not valid
        </Checkbox>
        <Checkbox isSelected={settings.rereadAll} onChange={(rereadAll) => onChange({ ...settings, rereadAll })}>
          Read unchanged pages again
        </Checkbox>
        <Checkbox isSelected={settings.renderPages} onChange={(renderPages) => onChange({ ...settings, renderPages })}>
          Look at JavaScript pages in a browser
        </Checkbox>
      </div>
      <p className={styles.quiet}>
        robots.txt is respected, and a host that is busy or fails is left alone. A page that could not be read counts as
        unknown, never as gone.
      </p>
    </section>
  );
}

type NumberSetting = {
  [Field in keyof CheckSettings]: CheckSettings[Field] extends number ? Field : never;
}[keyof CheckSettings];
type TextSetting = {
  [Field in keyof CheckSettings]: CheckSettings[Field] extends string ? Field : never;
}[keyof CheckSettings];

interface TextSettingFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly problemOf: (value: string) => string | undefined;
  readonly onChange: (value: string) => void;
}

/** What is half typed stays here; only what can be used is remembered. */
function TextSettingField({ label, placeholder, value, problemOf, onChange }: TextSettingFieldProps) {
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      value={typed}
      errorMessage={problemOf(typed)}
      onChange={(next) => {
        setTyped(next);
        if (problemOf(next) === undefined) onChange(next);
      }}
    />
  );
}
