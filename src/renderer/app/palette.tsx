import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import menuStyles from '../components/menu.module.css';
import { Shortcut } from '../components/shortcut.tsx';
import { useActionRegistry } from '../shell/actions.tsx';
import styles from './palette.module.css';

/** Everything that can be done now, found by typing. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Command palette" isBare isOpen={isOpen} onClose={onClose}>
      <PaletteList onClose={onClose} />
    </Dialog>
  );
}

function PaletteList({ onClose }: { readonly onClose: () => void }) {
  const registry = useActionRegistry();
  const { contains } = useFilter({ sensitivity: 'base' });
  const actions = registry.all().filter((action) => action.isDisabled !== true && action.id !== 'palette');
  return (
    <Autocomplete filter={contains}>
      {/* The palette is opened to type in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField aria-label="Search commands" className={styles.search ?? ''} autoFocus>
        <Icon name="search" />
        <Input className={styles.input ?? ''} placeholder="Search commands" />
      </SearchField>
      {/* It scrolls, and the keyboard focus stays in the search field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroller} tabIndex={0}>
        <Menu
          aria-label="Commands"
          items={actions}
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.none}>No command has these words.</p>}
        >
          {(action) => (
            <MenuItem
              id={action.id}
              textValue={`${action.section} ${action.title}`}
              className={menuStyles.item ?? ''}
              onAction={() => {
                onClose();
                action.run();
              }}
            >
              <span className={styles.section}>{action.section}</span>
              <span className={menuStyles.words}>{action.title}</span>
              {action.shortcut !== undefined && <Shortcut keys={action.shortcut} />}
            </MenuItem>
          )}
        </Menu>
      </div>
    </Autocomplete>
  );
}
