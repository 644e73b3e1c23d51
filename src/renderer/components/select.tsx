import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import menuStyles from './menu.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | null;
  readonly placeholder?: string;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <AriaSelect
      className={styles.field ?? ''}
      value={props.value}
      isDisabled={props.isDisabled ?? false}
      placeholder={props.placeholder ?? 'Choose…'}
      onChange={(key) => {
        const option = props.options.find((entry) => entry.value === key);
        if (option !== undefined) props.onChange(option.value);
      }}
    >
      <Label className={props.hideLabel === true ? 'visually-hidden' : (styles.label ?? '')}>{props.label}</Label>
      <Button className={styles.select ?? ''}>
        {/* The words alone: as an item of the list the value would bring its tick along. */}
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText, defaultChildren }) => selectedText ?? defaultChildren}
        </SelectValue>
        <Icon name="chevron-down" />
      </Button>
      <Popover className={menuStyles.popover ?? ''} offset={4}>
        <ListBox className={menuStyles.menu ?? ''} items={props.options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={menuStyles.item ?? ''}>
              <span className={menuStyles.tick}>
                <Icon name="check" />
              </span>
              <span className={menuStyles.words}>{option.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
