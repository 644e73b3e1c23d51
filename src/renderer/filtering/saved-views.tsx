import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { TableName } from '../../contract/engine-contract.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Menu, type MenuEntry } from '../components/menu.tsx';
import { TextField } from '../components/text-field.tsx';
import { useEngine } from '../engine/engine-context.ts';
import { useProject } from '../engine/project-context.ts';
import { useNavigation } from '../shell/navigation.tsx';
import { useNotices } from '../shell/notices.tsx';

/** Views that ship with the program: a name and a filter. */
export interface ReadyView {
  readonly name: string;
  readonly filter: string;
}

/** A filter and order under a name: the ready ones and those the project keeps. */
export function SavedViews({ table, ready }: { readonly table: TableName; readonly ready: readonly ReadyView[] }) {
  const { client, query } = useEngine();
  const { projectId, summary } = useProject();
  const queryClient = useQueryClient();
  const { tableView, setTableView } = useNavigation();
  const { notifyError } = useNotices();
  const [isSaving, setSaving] = useState(false);
  const [name, setName] = useState('');
  const formId = useId();
  const saved = useQuery(query.views.list.queryOptions({ input: { projectId, table } })).data ?? [];
  const { filter, sort } = tableView(table);
  const current = saved.find((view) => view.filter === filter);

  async function save(event: FormEvent) {
    event.preventDefault();
    await client.views.save({ projectId, table, name, filter, sort: [...sort], columns: [] });
    setSaving(false);
    await queryClient.invalidateQueries({ queryKey: query.views.key() });
  }

  async function remove(viewName: string) {
    await client.views.remove({ projectId, table, name: viewName });
    await queryClient.invalidateQueries({ queryKey: query.views.key() });
  }

  const entries: MenuEntry[] = [
    {
      kind: 'section',
      id: 'ready',
      title: 'Ready views',
      items: ready.map((view) => ({
        id: `ready-${view.name}`,
        label: view.name,
        run: () => setTableView(table, { filter: view.filter }),
      })),
    },
    ...(saved.length === 0
      ? []
      : [
          {
            kind: 'section' as const,
            id: 'saved',
            title: 'Saved in this project',
            items: saved.map((view) => ({
              id: `saved-${view.name}`,
              label: view.name,
              run: () => setTableView(table, { filter: view.filter, sort: view.sort }),
            })),
          },
        ]),
    { kind: 'separator', id: 'line' },
    {
      id: 'save',
      label: 'Save this view…',
      isDisabled: summary.readOnly || (filter === '' && sort.length === 0),
      run: () => setSaving(true),
    },
    ...(current === undefined
      ? []
      : [{ id: 'remove', label: `Remove “${current.name}”`, run: () => void remove(current.name).catch(notifyError) }]),
  ];

  return (
    <>
      <Menu label="Saved views" entries={entries}>
        <Button icon="bookmark">{current?.name ?? 'Views'}</Button>
      </Menu>
      <Dialog
        title="Save this view"
        size="small"
        isOpen={isSaving}
        onClose={() => setSaving(false)}
        actions={
          <Button kind="primary" type="submit" form={formId} isDisabled={name.trim() === ''}>
            Save view
          </Button>
        }
      >
        <form id={formId} onSubmit={(event) => void save(event).catch(notifyError)}>
          <TextField label="Name" value={name} onChange={setName} isRequired maxLength={100} />
        </form>
      </Dialog>
    </>
  );
}
