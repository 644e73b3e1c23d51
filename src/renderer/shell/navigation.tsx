import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { TableName } from '../../contract/engine-contract.ts';
import { type ScreenId, TABLE_OF_SCREEN } from './screen-id.ts';

export interface SortKey {
  readonly key: string;
  readonly desc: boolean;
}

/** What a table shows; kept while other screens are looked at. */
export interface TableView {
  readonly filter: string;
  readonly sort: readonly SortKey[];
}

export interface Navigation {
  readonly screen: ScreenId;
  /** Shows a screen; `filter` sets the filter of its table. */
  readonly navigate: (screen: ScreenId, options?: { readonly filter?: string }) => void;
  readonly tableView: (table: TableName) => TableView;
  readonly setTableView: (table: TableName, change: Partial<TableView>) => void;
}

const EMPTY_VIEW: TableView = { filter: '', sort: [] };

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [screen, setScreen] = useState<ScreenId>('overview');
  const [views, setViews] = useState<Readonly<Partial<Record<TableName, TableView>>>>({});

  const setTableView = useCallback((table: TableName, change: Partial<TableView>) => {
    setViews((before) => ({ ...before, [table]: { ...EMPTY_VIEW, ...before[table], ...change } }));
  }, []);

  const navigation = useMemo<Navigation>(
    () => ({
      screen,
      navigate: (next, options) => {
        const table = TABLE_OF_SCREEN[next];
        if (table !== undefined && options?.filter !== undefined) setTableView(table, { filter: options.filter });
        setScreen(next);
      },
      tableView: (table) => views[table] ?? EMPTY_VIEW,
      setTableView,
    }),
    [screen, views, setTableView],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation is called outside NavigationProvider.');
  return navigation;
}
