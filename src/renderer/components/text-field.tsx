import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** Keeps the label for screen readers only, where the place already says what the field is. */
  readonly hideLabel?: boolean;
  readonly description?: ReactNode;
  readonly errorMessage?: string | undefined;
  readonly placeholder?: string;
  /** Lines of a longer text; a single-line field when left out. */
  readonly rows?: number;
}

export function TextField({ label, hideLabel, description, errorMessage, placeholder, rows, ...rest }: TextFieldProps) {
  const isInvalid = rest.isInvalid ?? (errorMessage !== undefined && errorMessage !== '');
  const hint = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...rest} isInvalid={isInvalid} className={styles.field ?? ''}>
      <Label className={hideLabel === true ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      {rows === undefined ? (
        <Input className={styles.input ?? ''} {...hint} />
      ) : (
        <TextArea className={classNames(styles.input, styles.area)} rows={rows} {...hint} />
      )}
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{errorMessage}</FieldError>
    </AriaTextField>
  );
}
