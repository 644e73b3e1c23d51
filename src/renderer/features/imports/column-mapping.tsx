import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PreviewColumn } from '../../../contract/imports.ts';
import type { ColumnRole } from '../../../core/formats/column-role.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { useNotices } from '../../shell/notices.tsx';
import styles from './column-mapping.module.css';
import { columnLabel, columnReference, detectedMapping } from './column-reference.ts';
import { isMappingComplete, type Mapping, type StagedFile } from './staged-file.ts';
import type { StagedFileWork } from './staged-file-work.ts';
import { roleWords } from './words.ts';

export interface ColumnMappingProps {
  readonly staged: StagedFile;
  readonly columns: readonly PreviewColumn[];
  readonly work: StagedFileWork;
  /** Open from the start where the file cannot be imported without it. */
  readonly isOpen: boolean;
}

/** The roles people map; vendors' finer ones come with their formats. */
const MAPPED_ROLES = [
  'source',
  'target',
  'anchor',
  'rel',
  'nofollow',
  'firstSeen',
  'lastSeen',
  'lost',
  'title',
  'httpStatus',
  'language',
  'domain',
] as const satisfies readonly ColumnRole[];

const NOT_THERE = '';

/** Which column is which, chosen by hand, with the counts following each choice. */
export function ColumnMapping({ staged, columns, work, isOpen }: ColumnMappingProps) {
  const mapping: Mapping = staged.mapping ?? detectedMapping(columns);
  const options = [
    { value: NOT_THERE, label: 'Not in the file' },
    ...columns.map((column, index) => ({
      value: columnReference(columns, index),
      label: columnLabel(column, index),
    })),
  ];

  function choose(role: ColumnRole, reference: string) {
    const next: Record<string, string> = { ...mapping };
    if (reference === NOT_THERE) delete next[role];
    else next[role] = reference;
    work.setMapping(staged.key, next);
  }

  return (
    <details className={styles.details} open={isOpen}>
      <summary>Which column is which</summary>
      <div className={styles.grid}>
        {MAPPED_ROLES.map((role) => (
          <Select
            key={role}
            label={roleWords(role)}
            options={options}
            value={mapping[role] ?? NOT_THERE}
            onChange={(reference) => choose(role, reference)}
          />
        ))}
      </div>
      {staged.mapping !== null && !isMappingComplete(staged.mapping) && (
        <p className={styles.need}>Choose the column that holds the linking page, or the linking domain.</p>
      )}
      {staged.mapping !== null && (
        <div className={styles.actions}>
          <SavePreset columns={columns} mapping={staged.mapping} />
          <Button kind="quiet" onPress={() => work.setMapping(staged.key, null)}>
            Back to what was detected
          </Button>
        </div>
      )}
    </details>
  );
}

function SavePreset({ columns, mapping }: { readonly columns: readonly PreviewColumn[]; readonly mapping: Mapping }) {
  const { client, query } = useEngine();
  const { projectId } = useProject();
  const queryClient = useQueryClient();
  const { notify, notifyError } = useNotices();
  const [name, setName] = useState('');
  const [isForAll, setIsForAll] = useState(false);

  async function save() {
    const header = columns.map((column) => column.name);
    const scope = isForAll ? 'user' : 'project';
    await client.imports.savePreset({ projectId, name: name.trim(), header, mapping: { ...mapping }, scope });
    await queryClient.invalidateQueries({ queryKey: query.imports.presets.key() });
    notify({ text: `Saved as “${name.trim()}”. Files with the same columns will be read like this one.` });
    setName('');
  }

  return (
    <form
      className={styles.preset}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void save().catch(notifyError);
      }}
    >
      <TextField
        label="Name of the preset"
        hideLabel
        placeholder="Name, to read such files alike"
        value={name}
        onChange={setName}
      />
      <Checkbox isSelected={isForAll} onChange={setIsForAll}>
        For all my projects
      </Checkbox>
      <Button type="submit" isDisabled={name.trim() === '' || !isMappingComplete(mapping)}>
        Save as preset
      </Button>
    </form>
  );
}
