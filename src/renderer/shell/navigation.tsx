import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { TableName } from '../../contract/engine-contract.ts';
import { useReloadState } from '../components/use-stored.ts';
import { useProject } from '../engine/project-context.ts';
import { SCREEN_IDS, type ScreenId, TABLE_OF_SCREEN } from './screen-id.ts';

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

/** What the window shows of a project. */
interface Place {
  readonly screen: ScreenId;
  readonly views: Readonly<Partial<Record<TableName, TableView>>>;
}

const EMPTY_VIEW: TableView = { filter: '', sort: [] };
const START: Place = { screen: 'overview', views: {} };

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const { path } = useProject().summary;
  const [{ screen, views }, setPlace] = useReloadState<Place>(`place:${path}`, START, isPlace);

  const setTableView = useCallback(
    (table: TableName, change: Partial<TableView>) =>
      setPlace((before) => ({
        ...before,
        views: { ...before.views, [table]: { ...EMPTY_VIEW, ...before.views[table], ...change } },
      })),
    [setPlace],
  );

  const navigation = useMemo<Navigation>(
    () => ({
      screen,
      navigate: (next, options) => {
        const table = TABLE_OF_SCREEN[next];
        if (table !== undefined && options?.filter !== undefined) setTableView(table, { filter: options.filter });
        setPlace((before) => ({ ...before, screen: next }));
      },
      tableView: (table) => views[table] ?? EMPTY_VIEW,
      setTableView,
    }),
    [screen, views, setPlace, setTableView],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation is called outside NavigationProvider.');
  return navigation;
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null || !('screen' in value) || !('views' in value)) return false;
  const { screen, views } = value;
  if (typeof views !== 'object' || views === null) return false;
  return SCREEN_IDS.some((known) => known === screen) && Object.values(views).every(isTableView);
}

function isTableView(value: unknown): value is TableView {
  if (typeof value !== 'object' || value === null || !('filter' in value) || !('sort' in value)) return false;
  return typeof value.filter === 'string' && Array.isArray(value.sort);
}
