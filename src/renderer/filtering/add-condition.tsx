import type { FilterKey } from '../../core/filter/filter-key.ts';
import { FILTER_KEYS, type FilterTable } from '../../core/filter/filter-keys.ts';
import { Button } from '../components/button.tsx';
import { Menu } from '../components/menu.tsx';

export interface AddConditionProps {
  readonly table: FilterTable;
  readonly onAdd: (key: FilterKey) => void;
}

/** Every key of the table by its name, for those who do not know the filter language yet. */
export function AddCondition({ table, onAdd }: AddConditionProps) {
  const entries = FILTER_KEYS[table].map((key) => ({ id: key.key, label: key.title, run: () => onAdd(key) }));
  return (
    <Menu label="Conditions" entries={entries}>
      <Button icon="plus">Condition</Button>
    </Menu>
  );
}
