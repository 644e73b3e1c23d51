import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './tag-field.module.css';

export interface TagFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly errorMessage?: string | undefined;
  /** What makes two entries the same; lower case unless given. */
  readonly keyOf?: (value: string) => string;
  readonly isDisabled?: boolean;
}

/** Short words in a row: Enter, a comma or leaving the field adds one, a pasted list adds all, Backspace takes the last. */
export function TagField({ label, description, placeholder, values, onChange, ...props }: TagFieldProps) {
  const { errorMessage, keyOf = (value: string) => value.toLowerCase(), isDisabled = false } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const isInvalid = errorMessage !== undefined && errorMessage !== '';

  function add(text: string) {
    const known = new Set(values.map(keyOf));
    const added: string[] = [];
    for (const word of text.split(/[,;\n\t]/).map((part) => part.trim())) {
      if (word === '' || known.has(keyOf(word))) continue;
      known.add(keyOf(word));
      added.push(word);
    }
    if (added.length > 0) onChange([...values, ...added]);
    setTyped('');
  }

  function pressKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === 'Enter' && typed.trim() !== '') || event.key === ',') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  }

  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain');
    if (!/[,;\n\t]/.test(text)) return;
    event.preventDefault();
    add(typed + text);
  }

  const notes = [description === undefined ? '' : `${id}-description`, isInvalid ? `${id}-error` : ''];
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id} className={fieldStyles.label}>
        {label}
      </label>
      <div className={classNames(styles.box, isInvalid && styles.invalid)}>
        {values.length > 0 && (
          <ul className={styles.tags} aria-label={label}>
            {values.map((value) => (
              <li key={value} className={styles.tag}>
                <span className={styles.word} title={value}>
                  {value}
                </span>
                <IconButton
                  icon="close"
                  label={`Remove ${value}`}
                  isDisabled={isDisabled}
                  onPress={() => onChange(values.filter((other) => other !== value))}
                />
              </li>
            ))}
          </ul>
        )}
        <input
          id={id}
          className={styles.input}
          value={typed}
          disabled={isDisabled}
          placeholder={values.length === 0 ? placeholder : undefined}
          aria-invalid={isInvalid}
          aria-describedby={notes.join(' ').trim() || undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={pressKey}
          onPaste={paste}
          onBlur={() => add(typed)}
        />
      </div>
      {description !== undefined && (
        <span id={`${id}-description`} className={fieldStyles.description}>
          {description}
        </span>
      )}
      {isInvalid && (
        <span id={`${id}-error`} className={fieldStyles.error}>
          {errorMessage}
        </span>
      )}
    </div>
  );
}
