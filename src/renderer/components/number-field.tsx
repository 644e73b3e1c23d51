import { NumberField as AriaNumberField, Group, Input, Label } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface NumberFieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only, where the place already says what the field is. */
  readonly hideLabel?: boolean;
  readonly value: number;
  readonly minValue: number;
  readonly maxValue: number;
  readonly isWhole?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number within bounds; arrows and the wheel change it. */
export function NumberField({ label, hideLabel, isWhole, onChange, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField
      className={styles.field ?? ''}
      {...rest}
      {...(isWhole === true ? { step: 1 } : {})}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
    >
      <Label className={hideLabel === true ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      <Group>
        <Input className={classNames(styles.input, styles.number)} />
      </Group>
    </AriaNumberField>
  );
}
