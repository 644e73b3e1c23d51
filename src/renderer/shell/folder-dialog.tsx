import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { FolderEntry } from '../../contract/files.ts';
import { Button, IconButton } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import menuStyles from '../components/menu.module.css';
import { TextField } from '../components/text-field.tsx';
import { useEngine } from '../engine/engine-context.ts';
import { errorOf } from '../engine/error-of.ts';
import styles from './folder-dialog.module.css';

/** What files are asked for. */
export type PickPurpose = 'open-project' | 'new-project' | 'exports';

export interface FolderDialogProps {
  readonly purpose: PickPurpose;
  readonly suggestedName: string;
  readonly onChoose: (paths: readonly string[]) => void;
  readonly onCancel: () => void;
}

const TITLES = {
  'open-project': 'Open a project',
  'new-project': 'Where should the project be kept?',
  exports: 'Choose exports',
} as const satisfies Record<PickPurpose, string>;

const ICONS = { folder: 'folder', project: 'project', file: 'file' } as const satisfies Record<
  FolderEntry['kind'],
  IconName
>;

const EXTENSION = '.anchorage';

/** The folders of the engine's machine, for windows whose host has no native dialog. */
export function FolderDialog({ purpose, suggestedName, onChoose, onCancel }: FolderDialogProps) {
  const { query } = useEngine();
  const [folder, setFolder] = useState<string | null>(null);
  const [name, setName] = useState(suggestedName);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const answer = useQuery(query.files.list.queryOptions({ input: { folder }, staleTime: 0 }));
  const listing = answer.data;
  const entries = (listing?.entries ?? []).filter((entry) => isWanted(entry, purpose));

  function enter(path: string) {
    setFolder(path);
    setSelected([]);
  }

  function open(path: string) {
    const entry = entries.find((candidate) => candidate.path === path);
    if (entry === undefined) return;
    if (entry.kind === 'folder') enter(entry.path);
    else if (purpose === 'new-project') setName(entry.name);
    else onChoose([entry.path]);
  }

  const file = name.trim().endsWith(EXTENSION) ? name.trim() : `${name.trim()}${EXTENSION}`;
  const isNew = purpose === 'new-project';
  const canChoose = isNew ? listing !== undefined && name.trim() !== '' : selected.length > 0;

  return (
    <Dialog
      title={TITLES[purpose]}
      isOpen
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button
            kind="primary"
            isDisabled={!canChoose}
            onPress={() => onChoose(isNew && listing !== undefined ? [joinPath(listing.folder, file)] : selected)}
          >
            {isNew ? 'Save here' : 'Open'}
          </Button>
        </>
      }
    >
      <div className={styles.place}>
        <IconButton
          icon="arrow-up"
          label="Parent folder"
          isDisabled={listing?.parent == null}
          onPress={() => enter(listing?.parent ?? '')}
        />
        <span className={styles.path} title={listing?.folder} dir="ltr">
          {listing?.folder}
        </span>
      </div>
      {answer.error !== null && <ErrorPanel message={errorOf(answer.error).message} />}
      <GridList
        aria-label="Folder"
        items={entries}
        className={styles.list ?? ''}
        selectionMode={isNew ? 'none' : purpose === 'exports' ? 'multiple' : 'single'}
        selectionBehavior="replace"
        selectedKeys={selected}
        onSelectionChange={(keys) => {
          const files = entries.filter((entry) => entry.kind !== 'folder' && (keys === 'all' || keys.has(entry.path)));
          setSelected(files.map((entry) => entry.path));
        }}
        onAction={(key) => open(String(key))}
        renderEmptyState={() => (
          <EmptyState title={answer.isPending ? 'Reading the folder…' : 'Nothing to choose here.'} />
        )}
      >
        {(entry) => (
          <GridListItem id={entry.path} textValue={entry.name} className={`${menuStyles.item} ${styles.item}`}>
            <Icon name={ICONS[entry.kind]} />
            <span className={menuStyles.words}>{entry.name}</span>
          </GridListItem>
        )}
      </GridList>
      {isNew && <TextField label="File name" value={name} onChange={setName} description={`Saved as ${file}`} />}
    </Dialog>
  );
}

function isWanted(entry: FolderEntry, purpose: PickPurpose): boolean {
  return entry.kind === 'folder' || (purpose === 'exports' ? entry.kind === 'file' : entry.kind === 'project');
}

/** The engine's machine may be another than the window's, so its own way to write paths is followed. */
function joinPath(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.startsWith('/') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}
