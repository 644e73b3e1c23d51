import { NumberField as AriaNumberField, Group, Input, Label } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly minValue: number;
  readonly maxValue: number;
  readonly onChange: (value: number) => void;
}

/** A whole number within bounds; arrows and the wheel change it. */
export function NumberField({ label, value, minValue, maxValue, onChange }: NumberFieldProps) {
  return (
    <AriaNumberField
      className={styles.field ?? ''}
      value={value}
      minValue={minValue}
      maxValue={maxValue}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Group>
        <Input className={classNames(styles.input, styles.number)} />
      </Group>
    </AriaNumberField>
  );
}
