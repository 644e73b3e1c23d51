import type { ReactElement } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Header,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './menu.module.css';
import { Shortcut } from './shortcut.tsx';

export type MenuEntry = MenuItemEntry | { readonly kind: 'separator'; readonly id: string } | MenuSectionEntry;

export interface MenuItemEntry {
  readonly kind?: 'item';
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly shortcut?: string | undefined;
  /** A tick beside the words: the entry is switched on. */
  readonly isChecked?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

export interface MenuSectionEntry {
  readonly kind: 'section';
  readonly id: string;
  readonly title: string;
  readonly items: readonly MenuItemEntry[];
}

export interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** The React Aria button that opens the menu. */
  readonly children: ReactElement;
  /** Leaves the menu open after a choice, for lists of switches. */
  readonly staysOpen?: boolean;
}

export function Menu({ label, entries, children, staysOpen = false }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''} offset={4}>
        <AriaMenu aria-label={label} className={styles.menu ?? ''} shouldCloseOnSelect={!staysOpen}>
          {entries.map((entry) => {
            if (entry.kind === 'separator') return <Separator key={entry.id} className={styles.separator ?? ''} />;
            if (entry.kind !== 'section') return menuItem(entry);
            return (
              <MenuSection key={entry.id}>
                <Header className={styles.header ?? ''}>{entry.title}</Header>
                {entry.items.map(menuItem)}
              </MenuSection>
            );
          })}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function menuItem(item: MenuItemEntry) {
  return (
    <AriaMenuItem
      key={item.id}
      id={item.id}
      textValue={item.label}
      isDisabled={item.isDisabled ?? false}
      className={styles.item ?? ''}
      onAction={item.run}
      {...(item.isChecked === undefined ? {} : { 'aria-label': `${item.label}, ${item.isChecked ? 'on' : 'off'}` })}
    >
      {item.icon !== undefined && <Icon name={item.icon} />}
      {item.isChecked !== undefined && (
        <span className={classNames(styles.tick, item.isChecked && styles.ticked)}>
          <Icon name="check" />
        </span>
      )}
      <span className={styles.words}>{item.label}</span>
      {item.shortcut !== undefined && <Shortcut keys={item.shortcut} />}
    </AriaMenuItem>
  );
}
